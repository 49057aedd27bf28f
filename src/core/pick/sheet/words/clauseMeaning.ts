import { isGained, readClauseTime } from "./clauseTime.ts";

/** How a clause means what it says, whatever that is. */
export interface ClauseMeaning {
	/** It would be nice, or is only all right. */
	readonly isSoft: boolean;
	/** It is preferred only for a "should", or because it is told. */
	readonly isAdvised: boolean;
	/** It tells, compares or reasons, so that it is not sure to be asked for. */
	readonly isDoubtful: boolean;
	/** How things are or were, not what is asked for: "we use … today", "I tried …". */
	readonly isTold: boolean;
	/** It is how things were: "we had …". */
	readonly isPast: boolean;
	/** It is what others have, do or say. */
	readonly isOfOthers: boolean;
	/** "… is fine": allowed, not asked for. */
	readonly isAllowed: boolean;
	/** "Is a 4-bit one good enough?": asked about, not asked for. */
	readonly isQuestioned: boolean;
}

/** A clause, and what around it tells how it is meant; all in lower case. */
export interface Clause {
	readonly text: string;
	/** What it explains, where it stands in parentheses; else "". */
	readonly lead: string;
	/** What ends with the comma before it; "" without a comma. */
	readonly before: string;
	/** What comes after it. */
	readonly after: string;
	/** The sentence up to its question mark, where it ends with one. */
	readonly question: string | undefined;
}

const soft =
	/\b(?:ideal(?:ly)?|prefer(?:s|red|ably|ence)?|nice to have|nice[- ]to[- ]haves?|(?<!\b(?:what|which)(?: \w+)? )(?:would|might|could|['’]d) be (?!(?:for|in|on|at|from|of|run|\w+ed|able|looking|using|happy|glad|grateful)\b)|(?:would|['’]d) (?:buy|get|rent)\b|if (?:money|i were|we were)|otherwise (?:i|we|on|in|at)\b|would(?:n['’]t hurt| help)|if (?:possible|available|at all possible|needed|necessary|not\b)|when possible|hopefully|maybe|may(?: also| well)? (?:get|need|use(?! (?:\w+ )?commercial)|add|want|have|run|move|switch|upgrade|include)\b|might|perhaps|probably|possibly|presumably|most likely|i (?:think|guess|suppose|believe|assume)|something like|(?:how|what) about(?! (?:an?|some) (?:[\w-]+ )?(?:alternative|model|replacement|llm))|not sure|unsure|undecided|(?:don['’]?t|do not) know|(?:we|i|they)(?: could|['’]d be able to)(?: also)? (?:get|rent|buy|use|add|upgrade|extend|stretch|go)|negotiable|flexible|not a (?:must|blocker|(?:hard )?requirement|deal[- ]?breaker)|optional(?:ly)?|sweet spot|half (?:of )?(?:an?|the|our|my|one)|(?:users|customers|clients|players|students|employees|participants) (?:\w+ )?(?:have|own)|for (?:example|instance)|would make|bonus|a plus|better if|(?:would|['’]d) rather|would (?:like|love)(?! to\b)|['’]d love(?! to\b)|budget (?:would|could|might)|wish|worst case|as a (?:fallback|last resort|backup)|(?<!\b(?:tell me|know|wonder\w*|see|ask\w*|check) )if (?:there(?:['’]s| is| are)|(?:one|it|any) exists?|you can|feasible|it works|(?:that|it|this) (?:is|does)(?:n['’]?t| not)))\b/;

/** How a clause of its own says what the one before it means: ", if possible", "but that's negotiable". */
const afterthought =
	/^[\s,;–—(-]*(?:\.\s+(?=(?:but )?(?:that|this|it)\b))?(?:(?:but|though|although|and|or) )?(?:(?:that|this|it|which|those|these)(?:['’]s|['’]d be| is| are| would be)? )?(?:only |just |really |absolutely |also )?(?:if (?:at all )?possible|if (?:available|feasible|you can)|when possible|i (?:think|guess|suppose|believe|assume|hope)|ideally|preferably|preferred|maybe|perhaps|probably|possibly|hopefully|optional|negotiable|flexible|nice(?:[- ]to[- ]have)?|great|welcome|an? (?:plus|bonus|nice[- ]to[- ]have)|not (?:an? )?(?:must|blocker|(?:hard )?requirement|deal[- ]?breaker|mandatory|required|essential|critical|strict|important)|not (?:set in stone|sure(?: yet)?)|tbd|to be (?:decided|confirmed|discussed)|(?:does(?:n['’]?t| not) (?:really )?matter(?: (?:much|to us))?))(?: (?:though|too|yet))?\s*(?:[,;.!?)\n]| [-–—] |$)/;

/** Said before a comma of what follows it: "Ideally, …". */
const forethought =
	/(?:^|[.;!?\n]|\b(?:and|but)) *(?:ideally|preferably|if possible|maybe|perhaps|optionally|in the best case|best case|hopefully|as a bonus|at some point|later)\s*$/;

/** What others have and do: "a friend runs …", "unlike our competitors who need …". */
const ofOthers =
	/\b(?:friend|colleague|coworker|competitor|rival|neighbo[u]?r|brother|buddy|(?:other|another|sister) (?:team|department|company|group|project)|(?:some|other|many|most) (?:people|folks|users|teams|companies)|others|people|everyone|everybody|reddit)(?:['’]s|s)?\b[^,;.]{0,20}\b(?:us(?:es?|ing)|runs?|running|has|have|had|owns?|got|bought|needs?|wants?|likes?|tried|swears?|serves?|takes?|says?|keeps?|recommends?|suggests?|raves?|talks?|loves?)\b|\b(?:runs?|uses?|ha(?:s|ve)|owns?)\b[^,;.]{0,30}\b(?:their|his|her)\b|\b(?:gpt|chatgpt|claude|gemini|copilot|openai|azure|bedrock)(?:[-\w.]*|['’]s) (?:\w+ ){0,2}(?:has|have|offers?|supports?|does|can|needs?|gives?|takes?|costs?|is|are)\b|\b(?:competitor|rival|supplier)s? (?:is|are)\b|\bconfus(?:e|ed)\b|\b(?!(?:we|i)\b)\w+ (?:also )?(?:proposed|suggested|recommended)\b|\b(?:it|he|she|someone|somebody|chatgpt|i['’]m|i was) (?:told|suggested|advised|said|proposed)\b|\bthey (?:told|said|say|claim\w*|recommend\w*|suggest\w*)\b|\b(?:paper|article|blog|tutorial|docs|documentation|author|vendor(?:['’]s \w+)?|benchmark)s? (?:\w+ )?(?:us(?:es?|ed|ing)|says?|said|needs?|runs?|ran|claims?|recommends?|requires?|lists?)\b|^\W*(?:unlike|as opposed to|compared (?:to|with))\b|\b(?:it|this one|that one|they|he)(?:['’]s| is|['’]re| are| was| were) (?:\w+ )?(?:fine|good|great|ok(?:ay)?|weak|bad|poor|terrible|strong|decent) (?:for|at|in|with)\b|^\W*but (?:(?:is|was|it['’]s) )?(?:\w+ )?(?:weak|bad|poor|terrible) (?:in|at|for|with)\b/;

/** Advice, as in RFC 2119: what the work is and where it runs is no matter of advice. */
const advised = /\bshould\b/;

/** "I was happy with it but need …": what is asked for beside tells more than when it was. */
const asks = /\b(?:look|search|need|want)(?:s|ing)?\b|\b(?:make sure|ensure)\b/;
/** "Swap ada-002 (1536 dims) for …" */
const leaves =
	/\b(?:swap|replac|(?:mov|migrat|com|switch|chang)\w* (?:off|(?:away )?from)|alternatives? to|instead of)\w*\b[^,;.]*$/;
const unchosen = /\b(?:can['’]?t decide|cannot decide|torn)\b/;

/** "Is there …?" and "Do you know …?" ask for something; "70B in 4 bit?" asks about it. */
const asking =
	/\b(?:which|what|who|how|where|there|any|anyone|anybody|someone|somebody|you|recommend\w*|suggest\w*|need|want|looking|best|smallest|fastest)\b/;

/** "Does a 7B need …?" asks about what it names, whatever else it says. */
const yesNo =
	/^\W*(?:(?:but|and|so|or|also|hi|hello|hey|quick question)\W+)*(?:do|does|is|are|will|would|has|can|could)\s+(?!you\b|there\b|any\w*\b|some\w*\b|we\b|i\b|(?:it|this) (?:possible|feasible)\b)/;

/** Not even what must be is known. */
const unknown =
	/\b(?:(?:don['’]?t|do not|not|isn['’]t) (?:yet |even )?(?:know|sure|clear|decided)|unsure|unclear|undecided|(?!(?:i|we)\b)\w+ (?:asks|asked|wonders) (?:me |us )?(?:whether|if))\b/;

/** "If it is under 3B we can …"; but "if it needs more, it is useless" asks. */
const conditional =
	/^\W*(?:(?:and|but|so|or) )?(?:if|in case|unless|assuming|suppos\w+)\b(?! (?:at all )?possible\b)(?!.*\b(?:useless|no good|too|not|can['’]t|won['’]t)\b)/;

const hard =
	/\b(?:(?:can['’]?t|cannot|may not|not allowed to) (?:use|have|accept|run)|must|mandatory|strictly|required?|has to|have to|needs to)\b/;

/** Tells of something, compares or reasons rather than asks. */
const doubtful =
	/\b(?:had|was|were|did|been|(?:do|does|did|is|are)n['’]t|last (?:year|month|week|time)|if|when|whenever|unless|too|than|he|she|his|everyone|everybody|others?)\b/;

const wanted =
	/\b(?:need|want|look(?:ing)?|search(?:ing)?|must|requir\w*|only|has to|have to|at (?:least|most)|max\w*|min\w*|under|below|up to|(?:less|more|fewer|smaller|larger|bigger|better|lower|slower|faster|worse|shorter) than|licen[sc]e\w*|recommend\w*|suggest\w*|which|what|someone|anyone|anybody|you)\b/;

const dismissed =
	/\b(?:does(?:n['’]?t| not) (?:really )?matter|(?:do|does)(?:n['’]?t| not) (?:really )?(?:care|mind)|irrelevant|unimportant|(?:is|are)(?:n['’]?t| not) (?:really )?(?:needed|required|necessary|important|a must|a (?:hard )?requirement)|not (?:really )?(?:needed|required|necessary|important|a must|a (?:hard )?requirement)|need(?:n['’]?t| not)(?: be)?|(?:does|do)(?:n['’]?t| not) (?:really )?(?:have|need) (?:to|a|an|any)|no need|no matter|regardless of|unnecessary)\b/;

const allowed =
	/\b(?:is|are|would be|will be|also) (?:totally |perfectly |also )?(?:ok|okay|fine|acceptable|allowed|alright|good enough(?! (?:for|to|at|in)\b))\b|\b(?:can|could) live with\b|n['’]t mind\b|\bnot opposed to\b|(?<!not |n['’]t )\b(?:ok|okay|fine|acceptable)(?: too| as well| also)?\W*$|\b(?:ok|okay|fine) (?:too|with us|by me|for us)\b|\b(?:fine|okay|ok) with\b/;

/** How a clause is meant; `undefined` where it says that what it names does not matter. */
export function readClauseMeaning({
	text,
	lead,
	before,
	after,
	question,
}: Clause): ClauseMeaning | undefined {
	const isOfOthers = (ofOthers.test(text) && !/^\W*(?:what|which)\b/.test(text)) || ofOthers.test(lead);
	if (dismissed.test(text)) {
		return undefined;
	}
	// What stands in parentheses is meant no harder than what it explains.
	const meant = hard.test(lead) ? text : `${lead} ${text}`;
	const isAllowed = allowed.test(text);
	const isHard = hard.test(meant);
	const isWished = (soft.test(meant) && !isHard) || unknown.test(meant);
	const time = isHard || isWished || asks.test(meant) ? undefined : readClauseTime(meant);
	const isSoft =
		isWished || time === "later" || isAllowed || afterthought.test(after) || forethought.test(before);
	const isLeft = isOfOthers || leaves.test(lead);
	const isTold = isLeft || time === "past" || time === "now" || (!isHard && unchosen.test(meant));
	const isDoubtful =
		conditional.test(text) || (doubtful.test(text) && !isGained(text) && !isHard && !wanted.test(text));
	return {
		isSoft,
		isAdvised: !isSoft && (isTold || isDoubtful || (advised.test(meant) && !isHard)),
		isDoubtful,
		isTold,
		isPast: isLeft || time === "past",
		isOfOthers,
		isAllowed,
		isQuestioned: question !== undefined && (yesNo.test(question) || !asking.test(question)),
	};
}
