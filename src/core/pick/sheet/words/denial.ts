/** Verbs that make a clause of its own. */
export const finite =
	/\b(?:is|are|was|were|am|has|have|had|do|does|did|can|could|must|should|shall|may|might|will|would|needs?|wants?|uses?|runs?|fits?|prefer|like|get|got|goes|makes?)\b|n['’]t|['’](?:s|re|m|ve|d|ll)\b/;

const negatedBefore =
	/(?:(?:\b(?:no|not|non|without|w\/o|except(?: for| from)?|apart from|avoid(?:ing|s)?|exclud(?:e|es|ing)|skip|other than|(?:anything|everything|all) but|but not|never|nothing|neither|nor|cannot use|can['’]?t (?:use|be|have)|not allowed to use|rather than|instead of|(?:is|are)n['’]?t|ban(?:ned|s)?|hates?)|(?:\b(?:d(?:o|oes|id)|is|are|w(?:as|ere|o|ould)|ca|could|should|ha(?:ve|s|d)|must|need|might)n['’]?t|\bnot|\bnever|\bwon['’]t|refuse(?:s|d)? to|unable to) (?:(?:really|even|ever|currently|be|been) )?(?:want|need|use|like|be|allow|permit|trust|accept|run|have|do|deploy|touch|consider|approve|suggest|recommend|propose|tolerate|host|ship|answer|speak|reply|respond|write|support|know|handle|cover|include|look(?:ing)? for|interested in|train|made|built|develop|publish|releas|created?)(?:e?d|ing|s)?)[\s-]+["'“‘]?(?:(?:any|anything|a|an|the|to|from|by|that|is|are|needs?|requir\w+|using|under|models?|use|of|with|use of|family|kind|sort|licen[sc]e[sd]?|made|built|trained|deploy|be|based|on|in|for|more|those|these|data|weights|stuff|was|were|which|come|comes|coming)\s+){0,6})$|\b(?:forbid|prohibit|disallow|rule out)(?:s|d?ing)?\b[^,;.]*$/;

/** What is denied before an "or" is denied after it; what a verb denies, across commas, too. */
const denies =
	/(?:\b(?:no|nothing|none|without|neither)|(\bnot allowed|\bnever|\bavoid|(?:\bnot|n['’]t) (?:want|use|allow|accept|propose|suggest|recommend|consider|need)|\bban\w*|\bforbid\w*))\b(?!.*\b(?:no|without|neither|not|never)\b)(.*)$/s;

/** "No license that forbids …" wants it. */
const twice =
	/\b(?:forbid|prohibit|ban|refuse|reject|nothing|no|not)\w*\b[^,;.]*\bwithout\b|(?:\b(?:no|not|never|nothing|none|without|cannot|hates?|refuses?|veto\w*|reject\w*|rul\w* out|bans?|banned)|n['’]t)\b[^,;.]*\b(?:(?:anything|everything|all) but|forbid|prohibit|disallow|exclud|ban|restrict|rule|except|other than|apart from|besides|but)/;

const negatedAfter =
	/\b(?:so|thus|hence) (?:it|that|they)(?:['’]s| is|['’]re| are) (?:out|not an option|no good)\b|^(?:['’]s )?\W{0,3}(?:(?:models?|llms?|labs?|vendors?|companies|terms|conditions|licenses?|family|stuff|ones?|variants?|weights|based|cards?|gpus?|context)\W+){0,2}(?:(?:is|are|would be)(?: not|n['’]t) (?:nearly )?enough\b|(?:is|are|would be) (?:an? )?overkill\b|(?:is|are)\s+(?:not |n['’]?t )?(?:banned|forbidden|excluded|ruled out|prohibited|off[- ]limits|off the table|out)\b|(?:is|are)(?:n['’]?t| not) (?:allowed|ok|okay|acceptable|possible|an option|permitted|wanted|what (?:i|we) (?:want|need|like)|for (?:us|me))\b|(?:banned|forbidden|excluded|prohibited|not allowed|not ok)\b|must not|cannot be|(?:is|are|would be)(?: an?)? (?:problem|no[- ]?go|deal[- ]?breaker|show[- ]?stopper|red flag)|won['’]?t (?:work|fly|do)\b|(?:is|are|was|were) (?:not an option|no option|(?:just |way |far |a bit |much )?too\b))/;

/** What the next clause says of what this one names. */
const deniedNext =
	/^[;,.:)\s]*(?:(?:so|but|and|no)\W+)*(?:(?:we|i) (?:won['’]t|can['’]t|cannot|don['’]t|will not|do not) (?:use|want|run|deploy|need) (?:it|them|that|this)\b|(?:it|that|this|they)(?:['’]s| is| are|['’]re) (?:out|not an option|banned|excluded|ruled out)\b|(?:dropped|rejected|ruled out|closed,? so no)\b)/;

const listed = /^(?:\s*(?:,|\/|&|and|or|nor|, ?(?:and|or|nor))\s*(?:(?:no|not|any|the|from|by)\s+)?)?$/;

/** Words around a place, in lower case. */
interface Around {
	/** Before it, in its clause. */
	readonly before: string;
	/** After it, in its clause. */
	readonly after: string;
	/** What comes after its clause. */
	readonly next: string;
	/** Its sentence, up to it. */
	readonly sentence: string;
	/** Its clause, from it on. */
	readonly rest: string;
}

/** Whether what stands there is denied: "not …", "without …", "… is out". */
export function isDenied({ before, after, next, sentence, rest }: Around): boolean {
	return (
		((negatedBefore.test(before) || isDeniedInList(sentence, rest)) && !twice.test(before)) ||
		negatedAfter.test(after) ||
		deniedNext.test(next)
	);
}

/** Whether no more than a list's marks stand between two words. */
export function isListed(between: string): boolean {
	return listed.test(between);
}

/** "Do not propose closed models, Gemma or anything above 9B". */
function isDeniedInList(sentence: string, rest: string): boolean {
	const [, verb, between = ""] = denies.exec(sentence) ?? [];
	if (
		between === "" ||
		finite.test(between.replaceAll(/\bto \w+/g, "")) ||
		/\b(?:but|only|except|and)\b|[():]|\s[-–—]\s/.test(between)
	) {
		return false;
	}
	return verb === undefined
		? /^[^,]* n?or (?:\w+ ){0,4}$/.test(between)
		: /\bn?or\b/.test(between.includes(",") ? `${between}${rest}` : between);
}
