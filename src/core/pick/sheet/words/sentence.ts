import type { Strength } from "../requirement.ts";
import { fixTypos } from "./fixTypos.ts";
import { sayInEnglish } from "./sayInEnglish.ts";
import { sayNumbers } from "./sayNumbers.ts";

/** Where words stand in what was typed, and how they are meant there. */
export interface Mention {
	/** Offset in the sentence's text, and that of what follows. */
	readonly at: number;
	readonly end: number;
	readonly text: string;
	/** What the pattern's groups caught; "" for those that caught nothing. */
	readonly groups: readonly string[];
	/** `prefer` where the clause says that it would be nice, or only that it is all right. */
	readonly strength: Strength;
	/** It is preferred only for a "should", or because it is told. */
	readonly isAdvised: boolean;
	/** "not …", "without …", "… is out". */
	readonly isNegated: boolean;
	/** How things are or were, not what is asked for: "we use … today", "I tried …". */
	readonly isTold: boolean;
	/** "… is fine": allowed, not asked for. */
	readonly isAllowed: boolean;
	/** "Is a 4-bit one good enough?": asked about, not asked for. */
	readonly isQuestioned: boolean;
}

const longest = 20_000;

/** Ends of clauses: what is said in one is not said of the next. Commas in numbers and points in versions end none. */
const clauseEnd =
	/[;!?\n()]|,(?!\d{3}\b)|\.(?=\s|$)|(?<!\b(?:anything|everything|nothing|all))\s(?:but|although|however|though|while)\s|\s[-–—]\s|\sand (?=(?:(?:it|that|they|the model)\s)?(?:must|should|has to|have to|needs? to|ideally|preferably|would|could)\b)/gi;

const soft =
	/\b(?:ideal(?:ly)?|prefer(?:s|red|ably|ence)?|nice to have|nice[- ]to[- ]haves?|(?<!\b(?:what|which)(?: \w+)? )(?:would|might|could|['’]d) be (?:\w+ly )?(?:nice|great|good|cool|lovely|sweet|perfect|wonderful|fantastic|amazing|excellent|best|better|welcome|useful|handy|helpful|appreciated|awesome|super|neat|interesting|preferable|(?:an?|the|my|our) (?:plus|bonus|dream|win|ideal))|(?:would|['’]d) (?:buy|get|rent)\b|if (?:money|i were|we were)|otherwise (?:i|we)(?:['’]d| would)|would(?:n['’]t hurt| help)|if (?:possible|available|at all possible|needed|necessary|not\b)|when possible|hopefully|maybe|may(?: also| well)? (?:get|need|use|add|want|have|run|move|switch|upgrade|include)\b|might|perhaps|probably|possibly|presumably|most likely|i (?:think|guess|suppose|believe|assume)|something like|how about|not sure|unsure|undecided|(?:don['’]?t|do not) know|(?:consider|think)ing (?:of|about)|(?:we|i|they)(?: could|['’]d be able to)(?: also)? (?:get|rent|buy|use|add|upgrade|extend|stretch|go)|eventually|some ?day|one day|in (?:the )?future|negotiable|flexible|not a (?:must|blocker|(?:hard )?requirement|deal[- ]?breaker)|optional(?:ly)?|sweet spot|soon|half (?:of )?(?:an?|the|our|my|one)|for (?:example|instance)|would make|bonus|a plus|better if|(?:would|['’]d) rather|would (?:like|love)(?! to\b)|wish|worst case|as a (?:fallback|last resort|backup)|(?<!\b(?:tell me|know|wonder\w*|see|ask\w*|check) )if (?:there(?:['’]s| is| are)|(?:one|it|any) exists?|you can|feasible|it works|(?:that|it|this) (?:is|does)(?:n['’]?t| not)))\b/i;

/** How a clause of its own says what the one before it means: ", if possible", "but that's negotiable". */
const afterthought =
	/^[\s,;–—(-]*(?:\.\s+(?=(?:but )?(?:that|this|it)\b))?(?:(?:but|though|although|and|or) )?(?:(?:that|this|it|which|those|these)(?:['’]s|['’]d be| is| are| would be)? )?(?:only |just |really |absolutely |also )?(?:if (?:at all )?possible|if (?:available|feasible|you can)|when possible|i (?:think|guess|suppose|believe|assume|hope)|ideally|preferably|preferred|maybe|perhaps|probably|possibly|hopefully|optional|negotiable|flexible|nice(?:[- ]to[- ]have)?|great|welcome|an? (?:plus|bonus|nice[- ]to[- ]have)|not (?:an? )?(?:must|blocker|(?:hard )?requirement|deal[- ]?breaker|mandatory|required|essential|critical|strict|important)|not (?:set in stone|sure(?: yet)?)|tbd|to be (?:decided|confirmed|discussed)|(?:does(?:n['’]?t| not) (?:really )?matter(?: (?:much|to us))?))(?: (?:though|too|yet))?\s*(?:[,;.!?)\n]| [-–—] |$)/i;

/** Said before a comma of what follows it: "Ideally, …". */
const forethought =
	/(?:^|[.;!?\n]|\b(?:and|but)) *(?:ideally|preferably|if possible|maybe|perhaps|optionally|in the best case|best case|hopefully|as a bonus|at some point|later)\s*$/i;

/** What others have and do: "a friend runs …", "unlike our competitors who need …". */
const ofOthers =
	/\b(?:friend|colleague|coworker|competitor|rival|neighbo[u]?r|brother|buddy|(?:other|another|sister) (?:team|department|company|group|project))(?:['’]s|s)?\b[^,;.]{0,20}\b(?:us(?:es?|ing)|runs?|running|has|have|had|owns?|got|bought|needs?|tried|swears?|serves?|takes?)\b|\b(?:paper|article|blog|tutorial|docs|documentation|author|vendor(?:['’]s \w+)?|benchmark)s? (?:\w+ )?(?:us(?:es?|ed|ing)|says?|said|needs?|runs?|ran|claims?|recommends?|requires?|lists?)\b|^\W*(?:unlike|as opposed to|compared (?:to|with))\b|\b(?:it|this one|that one|they|he)(?:['’]s| is|['’]re| are| was| were) (?:\w+ )?(?:fine|good|great|ok(?:ay)?|weak|bad|poor|terrible|strong|decent) (?:for|at|in|with)\b|^\W*but (?:(?:is|was|it['’]s) )?(?:\w+ )?(?:weak|bad|poor|terrible) (?:in|at|for|with)\b/i;

/** Advice, as in RFC 2119: what the work is and where it runs is no matter of advice. */
const advised = /\bshould\b/i;

const told =
	/^(?!.*\b(?:look|search|need|want)(?:s|ing)?\b).*\b(?:current(?:ly)?|at the moment|right now|today|so far|until now|now$|can['’]?t decide|cannot decide|torn|old (?:setup|system|stack|server|solution|machine)|used to|previous(?:ly)?|formerly|(?:we|i|they)(?:['’]ve| have)? (?:already |also )?(?:tried|used|started with|were|had|evaluated|tested|compared|benchmarked|looked at|considered|piloted|moved from))\b/is;

/** "Is there …?" and "Do you know …?" ask for something; "70B in 4 bit?" asks about it. */
const asking =
	/\b(?:which|what|who|how|where|there|any|anyone|anybody|someone|somebody|you|recommend\w*|suggest\w*|need|want|looking|best|smallest|fastest)\b/i;

const hard = /\b(?:must|mandatory|strictly|required?|has to|have to|needs to)\b/i;

/** Tells of something, compares or reasons rather than asks. */
const doubtful =
	/\b(?:had|was|were|did|been|(?:do|does|did|is|are)n['’]t|last (?:year|month|week|time)|if|when|whenever|unless|too|than|he|she|his|everyone|everybody|others?)\b/i;
const wanted =
	/\b(?:need|want|look(?:ing)?|search(?:ing)?|must|requir\w*|only|has to|have to|at (?:least|most)|max\w*|min\w*|under|below|up to|(?:less|more|fewer|smaller|larger|bigger|better|lower) than|licen[sc]e\w*|recommend\w*|suggest\w*|which|what|someone|anyone|anybody|you)\b/i;

const dismissed =
	/\b(?:does(?:n['’]?t| not) (?:really )?matter|(?:do|does)(?:n['’]?t| not) (?:really )?(?:care|mind)|irrelevant|unimportant|(?:is|are)(?:n['’]?t| not) (?:really )?(?:needed|required|necessary|important|a must|a (?:hard )?requirement)|not (?:really )?(?:needed|required|necessary|important|a must|a (?:hard )?requirement)|need(?:n['’]?t| not)(?: be)?|(?:does|do)(?:n['’]?t| not) (?:really )?(?:have|need) (?:to|a|an|any)|no need|no matter|regardless of|unnecessary)\b/i;

const allowed =
	/\b(?:is|are|would be|will be|also) (?:totally |perfectly |also )?(?:ok|okay|fine|acceptable|allowed|alright|good enough(?! (?:for|to|at|in)\b))\b|\b(?:can|could) live with\b|n['’]t mind\b|\bnot opposed to\b|\b(?:ok|okay|fine) (?:too|with us|by me|for us)\b|\b(?:fine|okay|ok) with\b/i;

const negatedBefore =
	/(?:(?:\b(?:no|not|non|without|w\/o|except(?: for| from)?|apart from|avoid(?:ing|s)?|exclud(?:e|es|ing)|skip|other than|(?:anything|everything|all) but|but not|never|nothing|neither|nor|cannot use|can['’]?t (?:use|be|have)|not allowed to use|rather than|instead of|(?:is|are)n['’]?t|ban(?:ned|s)?|hates?)|(?:\b(?:d(?:o|oes|id)|is|are|w(?:as|ere|o|ould)|ca|could|should|ha(?:ve|s|d)|must|need|might)n['’]?t|\bnot|\bnever|\bwon['’]t|refuse(?:s|d)? to|unable to) (?:(?:really|even|ever|currently|be|been) )?(?:want|need|use|like|be|allow|permit|trust|accept|run|have|do|deploy|touch|consider|approve|suggest|recommend|tolerate|host|ship|answer|speak|reply|respond|write|support|know|handle|cover|include|look(?:ing)? for|interested in)(?:e?d|ing|s)?)[\s-]+(?:(?:any|anything|a|an|the|to|from|by|that|is|are|needs?|requir\w+|using|under|models?|use|of|with|use of|family|kind|sort|license[sd]?|made|built|trained|deploy|be|based|on|in|for|more|those|these|data|weights|stuff)\s+){0,5})$|\b(?:forbid|prohibit|disallow|rule out)(?:s|d?ing)?\b[^,;.]*$/i;

/** "No license that forbids …" wants it. */
const twice =
	/(?:\b(?:no|not|never|nothing|none|without|cannot|hates?|refuses?)|n['’]t)\b[^,;.]*\b(?:forbid|prohibit|disallow|exclud|ban|restrict|rule|except|other than|apart from|besides|but)/i;

const negatedAfter =
	/^\W{0,3}(?:(?:models?|llms?|labs?|vendors?|companies|terms|conditions|licenses?|family|stuff|ones?|variants?|weights|based)\W+){0,2}(?:(?:is|are)\s+(?:not |n['’]?t )?(?:banned|forbidden|excluded|ruled out|prohibited|off[- ]limits|off the table|out)\b|(?:is|are)(?:n['’]?t| not) (?:allowed|ok|okay|acceptable|possible|an option|permitted|wanted|what (?:i|we) (?:want|need|like)|for (?:us|me))\b|(?:banned|forbidden|excluded|prohibited|not allowed|not ok)\b|must not|cannot be|(?:is|are|would be)(?: an?)? (?:problem|no[- ]?go|deal[- ]?breaker|show[- ]?stopper|red flag)|won['’]?t (?:work|fly|do)\b|(?:is|are|was|were) (?:not an option|no option|(?:just |way |far |a bit |much )?too\b))/i;

const listed = /^\s*(?:,|\/|&|and|or|nor|, ?(?:and|or|nor))\s*(?:(?:no|not|any|the|from|by)\s+)?$/i;

/** Words that a person typed, with slips of the keyboard mended, split into clauses. */
export class Sentence {
	readonly text: string;
	readonly #ends: readonly number[];

	constructor(typed: string) {
		this.text = fixTypos(
			sayNumbers(
				sayInEnglish(typed.slice(0, longest))
					.replaceAll(/\btl\s*;\s*dr\b/gi, "tldr")
					.replaceAll(/\b(?:e\.\s?g|i\.\s?e|z\.\s?b|p\.\s?ej)\.?(?=[\s,:])/gi, "for example"),
			),
		);
		this.#ends = [...this.text.matchAll(clauseEnd)].map((match) => match.index);
	}

	/** All places of a global pattern, in order; those that are said not to matter are left out. */
	find(pattern: RegExp): readonly Mention[] {
		const mentions: Mention[] = [];
		for (const match of this.text.matchAll(pattern)) {
			const mention = this.mentionAt(match.index, match[0], match, mentions.at(-1));
			if (mention !== undefined) {
				mentions.push(mention);
			}
		}
		return mentions;
	}

	/**
	 * How the words at a place are meant there; `undefined` where they are said not to matter. `previous` are the last words of
	 * the same kind: in a list, what is denied of one is denied of the next.
	 */
	mentionAt(
		at: number,
		text: string,
		groups: readonly (string | undefined)[] = [text],
		previous?: Mention,
	): Mention | undefined {
		const end = at + text.trimEnd().length;
		const clause = this.clauseOf(at, end);
		const inClause = this.text.slice(clause.start, clause.end);
		// What stands in parentheses is meant no harder than what it explains.
		const lead = this.#leadOf(clause.start - 1);
		if (dismissed.test(inClause) || ofOthers.test(inClause) || ofOthers.test(lead)) {
			return undefined;
		}
		const meant = hard.test(lead) ? inClause : `${lead} ${inClause}`;
		const isAllowed = allowed.test(inClause);
		const isHard = hard.test(meant);
		const isSoft =
			(soft.test(meant) && !isHard) ||
			isAllowed ||
			afterthought.test(this.text.slice(clause.end, clause.end + 60)) ||
			(this.text[clause.start - 1] === "," &&
				forethought.test(this.text.slice(Math.max(0, clause.start - 60), clause.start - 1)));
		const isTold = told.test(meant) && !isHard;
		const isDoubtful = doubtful.test(inClause) && !isHard && !wanted.test(inClause);
		const isAdvised = isTold || isDoubtful || (advised.test(meant) && !isHard);
		const before = this.text.slice(Math.max(clause.start, at - 60), at);
		const isNegated =
			(negatedBefore.test(before) && !twice.test(before)) ||
			negatedAfter.test(this.text.slice(end, clause.end)) ||
			(previous?.isNegated === true && listed.test(this.text.slice(previous.end, at)));
		return {
			at,
			end,
			text: text.trim(),
			groups: groups.map((each) => each ?? ""),
			strength: isSoft || isAdvised ? "prefer" : "must",
			isAdvised: isAdvised && !isSoft,
			isTold,
			isNegated,
			isAllowed,
			isQuestioned: this.text[clause.end] === "?" && !asking.test(this.#sentenceUpTo(clause.end)),
		};
	}

	/** Whether a pattern fits somewhere, and is not denied there. */
	says(pattern: RegExp): boolean {
		return this.find(pattern).some(({ isNegated }) => !isNegated);
	}

	/** The clause around a place. */
	clauseOf(at: number, end: number): { readonly start: number; readonly end: number } {
		let start = 0;
		for (const each of this.#ends) {
			if (each >= end) {
				return { start, end: each };
			}
			if (each < at) {
				start = each + 1;
			}
		}
		return { start, end: this.text.length };
	}

	#sentenceUpTo(end: number): string {
		return /(?:[^.;!?\n]|\.(?=\w))*$/.exec(this.text.slice(Math.max(0, end - 300), end))?.[0] ?? "";
	}

	#leadOf(opening: number): string {
		return this.text[opening] === "(" ? this.clauseText({ at: opening - 1, end: opening }) : "";
	}

	/** What a clause says, and what it explains if it stands in parentheses; in lower case. */
	clauseWithLead(place: Pick<Mention, "at" | "end">): string {
		return `${this.#leadOf(this.clauseOf(place.at, place.end).start - 1)} ${this.clauseText(place)}`;
	}

	/** Whether a clause stands in parentheses. */
	isInParentheses({ at, end }: Pick<Mention, "at" | "end">): boolean {
		return this.text[this.clauseOf(at, end).start - 1] === "(";
	}

	/** What a clause says, in lower case. */
	clauseText({ at, end }: Pick<Mention, "at" | "end">): string {
		const clause = this.clauseOf(at, end);
		return this.text.slice(clause.start, clause.end).toLowerCase();
	}
}
