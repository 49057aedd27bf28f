import type { LicenseWord, Strength } from "../requirement.ts";
import type { Said } from "../said.ts";
import type { Mention, Sentence } from "./sentence.ts";

/** Licenses by what people call them; the ids are the Hub's. */
const names: readonly (readonly [RegExp, readonly LicenseWord[]])[] = [
	[/\bapache(?:[- ]?(?:license,? ?)?(?:v(?:ersion)? ?)?2(?:\.0)?)?\b/gi, ["apache-2.0"]],
	[
		/\bMIT\b(?! (?:licen[sc]e )?(?:university|researchers|lab))|\bmit(?=[- ]licen[sc]|,? (?:or|and|\/) ?(?:apache|bsd)|, ?(?:apache|bsd|cc-)|(?<=licen[sc]es?[:=]? ?mit)|\s*\/\s*apache)|(?<=(?:[Aa]pache|APACHE|[Bb][Ss][Dd])(?:-2(?:\.0)?| 2(?:\.0)?)?,? ?(?:or|and|\/|,) ?)mit\b/g,
		["mit"],
	],
	[/\bbsd(?:-?[23](?:[- ]clause)?)?\b/gi, ["bsd-3-clause", "bsd-2-clause", "bsd"]],
	[/\bcc[- ]by(?:[- ]4(?:\.0)?)?\b(?!-?(?:nc|nd|sa))/gi, ["cc-by-4.0"]],
	[/\bcc0\b|\bpublic domain\b/gi, ["cc0-1.0"]],
	[/\ba-?gpl(?:v?[- ]?3(?:\.0)?)?\b/gi, ["agpl-3.0"]],
	[/\bl-?gpl(?:v?[- ]?[23](?:\.\d)?)?\b/gi, ["lgpl", "lgpl-3.0"]],
	[/\bgpl(?:v?[- ]?[23](?:\.0)?)?\b/gi, ["gpl", "gpl-2.0", "gpl-3.0"]],
	[
		/\b(?:open)?rail(?:\+\+)?(?:-?m)?\b(?=.{0,12}licen)|\bopenrail(?:\+\+)?\b/gi,
		["openrail", "openrail++", "bigscience-openrail-m", "creativeml-openrail-m"],
	],
	[
		/\bllama(?: ?\d(?:\.\d)?)?(?:['’]?s?)?(?=(?: (?:or|and) gemma(?:['’]s)?)? (?:community )?(?:licen[sc]es?|terms|conditions)\b)/gi,
		["llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4"],
	],
	[/\bgemma(?:['’]?s?)?(?= (?:(?:or|and) llama(?:['’]s)? )?(?:licen[sc]e|terms|conditions))/gi, ["gemma"]],
];
const copyleft: readonly LicenseWord[] = [
	"gpl",
	"gpl-2.0",
	"gpl-3.0",
	"agpl-3.0",
	"lgpl",
	"lgpl-3.0",
	"cc-by-sa-4.0",
];

const permissive =
	/\bpermissive(?:ly)?\b|\bOSI\b(?:[- ]approved)?|\btruly open[- ]source\b|\b(?:no|without(?: any)?) (?:\w+ ){0,2}strings attached\b|\bdo (?:what(?:ever)?|anything) we (?:want|like)\b/gi;
const openSource =
	/\bopen[- ]?source(?:d)?\b(?! (?:project|tool|library|software|maintainer|community|contributor|code|repo)s?\b)|\b(?:free|open|libre)(?:ly)? licen[sc]e[ds]?\b|(?<!gpt[- ])\bf?oss\b(?! (?:project|tool|library|software|maintainer|community)s?\b)/gi;
const restrictive =
	/\brestrict(?:ive|ed)(?: or \w+)? (?:licen[sc]es?|terms)\b|\b(?:licen[sc]e|usage|use|field[- ]of[- ]use) restrictions\b/gi;
const commercial =
	/\bbusiness[- ](?:use|friendly)\b|\bcommercial(?:ly)?\b(?! (?:models?|apis?|providers?|vendors?|real estate|property|law|contracts?|invoices?|lease))/gi;
const sellable =
	/\b(?:allow\w*|permit\w*|let us|lets us|may|can|able to|right to|free to)\b[^,;.]{0,25}\b(?:sell(?:ing)?|charg(?:e|ing)|mak(?:e|ing) money|resell(?:ing)?|resale|business use|monetiz\w+|monetis\w+|ship(?:ping)? (?:it )?(?:in|with) (?:a|our) product)\b|\bredistribut(?:able|ed commercially)\b/gi;
const nonCommercial =
	/\bnon-?commercial\b|\bnon commercial\b|\bresearch[- ](?:only|use)\b|\bcc[- ]by[- ]nc\b|\bNC (?:clauses?|terms|licen[sc]es?|restrictions?|models?|weights)\b|(?<=\b(?:no|not|non|nor|without) )NC\b|\bacademic (?:use|only)\b/gi;
const sold =
	/\b(?:to (?:ship|sell)|(?:we|i)(?:['’]ll| \w+)? (?:re-?)?sell|in our product|for our product|our (?:saas|startup|start-up)|paying customers|paid (?:app|product|service)|a saas|startup)\b/gi;
const copyleftWords = /\bcopyleft\b|\bviral licen[sc]es?\b/gi;

/** What is under it is not the model. */
const ofOwn =
	/\b(?:our|my|the) (?:own )?(?:code\w*|data\w*|app|repo\w*|results?|paper|product|project|library|plugin)\b[^,;.]*\b(?:is|are|under|as) $|\b(?:publish|release)\w* [^,;.]* under $|\bour (?:own )?$/i;

/** Many are compatible with the one that is named. */
const compatible = /^[- ]compatib/i;

/** The licenses that words ask for, and those that they rule out. Words for a use that every license allows ask for nothing. */
export function readLicenseWords(sentence: Sentence): readonly Said[] {
	const named = names.flatMap(([pattern, value]) =>
		sentence.find(pattern).map((mention) => ({ mention, value })),
	);
	named.sort((a, b) => a.mention.at - b.mention.at);
	const isPlain = named.some(({ mention }) => !mention.isQuestioned && !mention.isNegated);
	const wanted = named.filter(
		({ mention }) =>
			!(isPlain && mention.isQuestioned) &&
			!/^[- ]licen[sc]ed (?:competitors?|tools?|products?|librar\w+|code|datasets?|forks?|frameworks?|apps?|projects?)\b/i.test(
				sentence.text.slice(mention.end),
			) &&
			!ofOwn.test(sentence.text.slice(sentence.clauseOf(mention.at, mention.end).start, mention.at)) &&
			!isRuledOut(mention, named) &&
			isAsked(mention) &&
			!compatible.test(sentence.text.slice(mention.end)),
	);
	const excluded = named.filter(({ mention }) => isRuledOut(mention, named));
	const said: Said[] = [];
	if (wanted.some(({ mention }) => isExample(mention, sentence))) {
		said.push(
			license(
				["permissive"],
				wanted.map(({ mention }) => mention),
			),
		);
	} else if (wanted.length > 0 && (!wanted.every(isWished) || !readClasses(sentence).some(isDemand))) {
		const first = wanted.filter(
			({ mention }, index) =>
				mention.strength === (wanted[0]?.mention.strength ?? "must") ||
				/^[\s,(]*or\s+$/i.test(sentence.text.slice(wanted[index - 1]?.mention.end, mention.at)),
		);
		said.push(
			license(
				unique(first.flatMap(({ value }) => value)),
				first.map(({ mention }) => mention),
			),
		);
	} else {
		said.push(...readClasses(sentence));
	}
	const free = sentence.find(copyleftWords).filter(({ isNegated }) => isNegated);
	const out = [...excluded, ...free.map((mention) => ({ mention, value: copyleft }))];
	if (out.length > 0) {
		said.push({
			kind: "excludedLicense",
			value: unique(out.flatMap(({ value }) => value)),
			strength: out[0]?.mention.strength ?? "must",
			excerpt: out.map(({ mention }) => mention.text).join(", "),
		});
	}
	return said;
}

/** What may be used under classes: the strictest that was said. */
function readClasses(sentence: Sentence): readonly Said[] {
	const strict = [
		...sentence.find(permissive).filter(({ isNegated }) => !isNegated),
		...sentence.find(restrictive).filter(({ isNegated }) => isNegated),
	];
	const denied = sentence.find(nonCommercial).filter(({ isNegated }) => isNegated);
	const own = sentence.find(nonCommercial).filter(({ isNegated }) => !isNegated);
	const use = [commercial, sellable]
		.flatMap((pattern) => sentence.find(pattern))
		.filter(({ at, isNegated }) => !isNegated && !own.some((each) => each.at <= at && at < each.end))
		// "Commercial use is OK" is what the license has to say.
		.map((each): Mention => (each.isAllowed ? { ...each, strength: "must" } : each));
	const isForUse = use.length > 0 || denied.length > 0;
	// A wish for more does not stand for what is demanded.
	const isWish =
		isForUse &&
		strict.every(({ strength }) => strength === "prefer") &&
		[...use, ...denied].some(({ strength }) => strength === "must");
	if (strict.length > 0 && !isWish) {
		return [license(["permissive"], strict)];
	}
	if (isForUse) {
		return [license(["commercial"], [...use, ...denied])];
	}
	const open = sentence.find(openSource).filter(({ isNegated }) => !isNegated);
	if (open.length > 0) {
		const isMeant =
			/\b(?:must|shall|only|strictly|mandatory|needed|required|has to|requires?|needs to)\b/i.test(
				sentence.clauseText(open[0] ?? { at: 0, end: 0 }),
			);
		return [license(["permissive"], open, isMeant ? undefined : "prefer")];
	}
	const implied = own.length > 0 ? [] : sentence.find(sold).filter(({ isNegated }) => !isNegated);
	return implied.length > 0 ? [license(["commercial"], implied, "prefer")] : [];
}

function license(value: readonly LicenseWord[], mentions: readonly Mention[], strength?: Strength): Said {
	return {
		kind: "license",
		value,
		strength: strength ?? (mentions[0]?.isQuestioned === true ? "prefer" : mentions[0]?.strength) ?? "must",
		excerpt: mentions.map(({ text }) => text).join(", "),
	};
}

/** "No GPL or AGPL": names of several patterns are one list. */
function isRuledOut(
	mention: Mention,
	all: readonly { readonly mention: Mention; readonly value: readonly LicenseWord[] }[],
): boolean {
	return (
		mention.isNegated ||
		all.some(
			({ mention: other }) =>
				other.isNegated &&
				other.end <= mention.at &&
				mention.at - other.end <= 8 &&
				mention.strength === other.strength,
		)
	);
}

/** "MIT or similar", "something like Apache": what is as free will do. */
function isExample({ at, end, text }: Mention, sentence: Sentence): boolean {
	return (
		/apache|mit|bsd/i.test(text) &&
		(/^(?: licen[sc]es?)?(?:,? (?:or|and) (?:\w+ )?(?:similar|equivalent|more permissive|comparable|alike|the like|so|such)\b|,? etc\b|[- ](?:like|style|ish)\b)/i.test(
			sentence.text.slice(end),
		) ||
			/\b(?:like|such as|e\.g\.,?|similar to|as (?:permissive|free|liberal|open) as)\s+(?:an? |the )?$/i.test(
				sentence.text.slice(0, at),
			))
	);
}

function isWished({ mention }: { readonly mention: Mention }): boolean {
	return mention.strength === "prefer";
}

/** What is demanded of any license comes before names that would be nice. */
function isDemand({ strength }: Said): boolean {
	return strength === "must";
}

/** "GPL is fine" asks for nothing; "Apache or MIT is fine" does. */
function isAsked({ isAllowed, text }: Mention): boolean {
	return !isAllowed || /apache|mit|bsd/i.test(text);
}

function unique<T>(values: readonly T[]): readonly T[] {
	return [...new Set(values)];
}
