/** When what a clause says is, was or may be. */
export type ClauseTime = "past" | "now" | "later";

/** What came of these is there: "we bought two", "legal approved MIT". */
const gained =
	"decided|agreed|settled|ordered|bought|got|gotten|gave (?:us|me)|given|switched|migrated|moved|received|chose|chosen|picked|approved|allowed|allotted|allocated|assigned|granted|inherited|installed";
/** Asked politely, or a participle. */
const noPast = `(?:${gained}|embed|wanted|asked|told|limited|required|supposed|left|located|based|meant|trained|made|built|developed|published|released)\\b`;
const who = "(?:we|i|they|he|she|it)(?:['’]ve| have| has|['’]d)?";
const adverb = "(?:(?:\\w+ly|also|then|once|already|first|even|just|all) )?";
const past = new RegExp(
	`\\b(?:${who} ${adverb}(?!${noPast})(?:had|used|ran|took|did|went|came|made|wrote|built|began|spent|cost|paid|found|saw|felt|\\w{2,}[^e\\W]ed)\\b|(?:\\w+ |\\w+['’]s )(?:had(?! to\\b)|ran|took|did|went|came|wrote|began|felt|looked|seemed)\\b|(?:that|which|pilot|prototype|poc|demo|predecessor|attempt|project) (?:needed|used)\\b|(?:is|are) (?:broken|dead|gone|defective)\\b|(?:was|were|wasn['’]t|weren['’]t)\\b(?! ${noPast}|n['’]t| \\w+ing\\b)|(?:would|could|should)(?: not|n['’]t)? have \\w+|used to|no longer|any ?more|sold (?:it|them|that|the|my|our|one|both)|last (?:year|quarter|month|week|summer|autumn|winter|spring|time)|(?:years?|months?|weeks?|days?) ago|back (?:then|in)|outgrown|in the past|(?:in|until|till) (?:early |late |\\w+ )?20(?:1\\d|2[0-5])|until (?:last|recently)|previous(?:ly)?|formerly|originally|initially|old (?:setup|system|stack|server|solution|machine|pipeline|model|bot|box|card|gpu|laptop|version|one|index|tool|prototype|cluster))\\b`,
);
const stays = new RegExp(`\\b(?:${who}|was|were|been|\\w+) (?:\\w+ly )?(?:just )?(?:${gained})\\b`);
const later =
	/\b(?:(?<!\b(?:are|am|is|['’]re|['’]m) \w*(?:moving|switching|migrating) to\b.*)next (?:year|quarter|month|week|summer|autumn|winter|spring)|later (?:this|on)|consider(?:s|ing)|(?:think|talk)(?:s|ing)? (?:of|about)|(?:plan|hope|intend|expect)(?:s|ning|ing)? to (?:buy|get|move|migrate|upgrade|switch|order|add|rent|go)|(?:going|about) to (?:buy|get|order|rent|upgrade|switch|move)|on order|promised|arrives? (?:in|next|soon)|(?:we|i|they)(?:['’]ll| will| may| might| could| shall)(?: \w+)? (?:get|buy|have|order|move|migrate|upgrade|switch|add|rent|receive)|some ?day|one day|in (?:the )?future|eventually|soon|roadmap|not (?:yet )?(?:decided|approved|confirmed|bought|ordered))\b/;
const now =
	/\b(?:current(?:ly)?|at the moment|right now|today|so far|until|till|for (?:now|the time being)|now$|these days|presently|(?:present|existing|current) (?:model|setup|system|solution|one)|(?:have|has|['’]ve|['’]s) been \w+ing)\b/;

/** Whether it tells what was bought or decided, and so is there now. */
export function isGained(text: string): boolean {
	return stays.test(text);
}

/** When it is, as far as a clause says so, in lower case; what was bought or decided is there now. */
export function readClauseTime(text: string): ClauseTime | undefined {
	return past.test(text) && !isGained(text)
		? "past"
		: later.test(text)
			? "later"
			: now.test(text)
				? "now"
				: undefined;
}
