import type { Said } from "../said.ts";
import makerTable from "./makers.json" with { type: "json" };
import type { Mention, Sentence } from "./sentence.ts";

interface Maker {
	readonly words: readonly string[];
	readonly owners: readonly string[];
	/** The word names hardware too. */
	readonly isVendor?: boolean;
	/** Models come from there, whoever made them. */
	readonly isPlace?: boolean;
}

const makers: readonly Maker[] = makerTable.makers;
const familyByName: ReadonlyMap<string, string> = new Map(
	Object.entries(makerTable.names).flatMap(([family, names]) => names.map((name) => [name, family] as const)),
);
const families = makePattern([...familyByName.keys()], "(?:[- ]?v?\\d+(?:\\.\\d+)*)?(?:[- ]\\d+b)?");
const makerWords = makePattern(
	makers.flatMap(({ words }) => words),
	"",
);

/** Programs and licenses that bear the names of families. */
const otherThings =
	/^(?:\.?cpp\b|[- ]?cpp\b|[- ]?index\b|\.c\b|[- ]?factory\b|[- ]?stack\b|file\b|-like\b|(?: or \w+)?[- ]sized?\b|['’]?s?(?: (?:or|and) \w+)? (?:community )?(?:licen[sc]e|terms|conditions))/i;
const isMeant = /\b(?:must|only|needs? to be|has to be|has to|want an?|need an?|use an?|using an?)\b/i;
const likeBefore =
	/\b(?:like|similar to|such as|comparable to|e\.?g\.?|better than|as good as|equivalent (?:of|to)|class|alternatives? to|replac\w+|instead of|currently|today|switch(?:ing)? from|migrat\w+ from|coming from|moving (?:off|away from)|compared to|vs\.?|versus)\s+(?:an?\s+|the\s+|on\s+|using\s+|use\s+|our\s+)?$/i;
const replacedBefore =
	/\b(?:alternatives? to|replac\w+|currently|today|switch(?:ing)? from|migrat\w+ from|(?:com|mov)\w* (?:off|away from|from)|compared to|vs\.?|versus|(?:\w+er|other|more \w+) than|instead of)\s+(?:an?\s+|the\s+|on\s+|using\s+|use\s+|our\s+)?$/i;
/** "Not the big one" wants none, and rules out no more than that. */
const unclear = /\b(?:not|no|never|without|hardly|beyond|moving on from|besides)\s+(?:[\w-]+\s+){1,3}$/i;
const tooBig =
	/^(?:[ -][\w.]+){0,4}? (?:needs|takes|requires|has|had|costs|claims)\b|^[\w.-]* (?:vs\.?|versus)\s|^(?:[ -]\w[\w.-]*)? (?:ca|do|does|is|wo)n['’]t\b|^(?:[ -]\w[\w.-]*)? (?:is|are|was|were|seems?|feels?) (?:just |way |far |a bit |much )?(?:too|weak|bad|slow|poor|not good)\b/i;
/** "I'd go with Qwen, but …" */
const overruled = /^,?\s*(?:but|however|if only)\b(?! (?:only|not)\b)/i;
/** "From Mistral, Google or Microsoft". */
const amongMakers = /^(?:,| or|,? and) (?:google|microsoft|meta|ibm|nvidia|openai|cohere)\b/i;
const madeBefore = /\b(?:from|by|made by|only)\s+$/i;

/** Families and makers that words ask for or rule out. */
export function readNameWords(sentence: Sentence): readonly Said[] {
	const wanted: { readonly family: string; readonly mention: Mention }[] = [];
	const excluded: { readonly family: string; readonly mention: Mention }[] = [];
	for (const mention of sentence.find(families)) {
		const before = sentence.text.slice(0, mention.at);
		const family = familyByName.get((mention.groups[1] ?? "").toLowerCase());
		if (
			family === undefined ||
			otherThings.test(sentence.text.slice(mention.end)) ||
			/^[- ](?:alternatives?|replacements?|competitors?)\b/i.test(sentence.text.slice(mention.end)) ||
			(/[/\w]$/.test(before) && !mention.isNegated) ||
			(!mention.isNegated && unclear.test(before)) ||
			tooBig.test(sentence.text.slice(mention.end)) ||
			(/\bwould\b|['’]d\b/.test(sentence.clauseText(mention)) &&
				overruled.test(sentence.text.slice(sentence.clauseOf(mention.at, mention.end).end)))
		) {
			continue;
		}
		if (mention.isNegated && !/\binstead of\s+\S*$|\brather than\s+\S*$/i.test(before)) {
			excluded.push({ family, mention });
		} else if (!mention.isNegated && !mention.isAllowed && !mention.isTold && !replacedBefore.test(before)) {
			wanted.push({ family, mention });
		}
	}
	const said: Said[] = [];
	if (wanted.length > 0) {
		const isMust = wanted.every(
			({ mention }) =>
				mention.strength === "must" &&
				!amongMakers.test(sentence.text.slice(mention.end)) &&
				isMeant.test(sentence.clauseText(mention)) &&
				!likeBefore.test(sentence.text.slice(0, mention.at)),
		);
		said.push({
			kind: "family",
			value: unique(wanted.map(({ family }) => family)),
			strength: isMust ? "must" : "prefer",
			excerpt: excerptOf(wanted.map(({ mention }) => mention)),
		});
	}
	if (excluded.length > 0) {
		said.push({
			kind: "excludedFamily",
			value: unique(excluded.map(({ family }) => family)),
			strength: excluded[0]?.mention.strength ?? "must",
			excerpt: excerptOf(excluded.map(({ mention }) => mention)),
		});
	}
	return [...said, ...readMakers(sentence)];
}

function readMakers(sentence: Sentence): readonly Said[] {
	const wanted: Mention[] = [];
	const excluded: Mention[] = [];
	for (const mention of sentence.find(makerWords)) {
		const maker = findMaker(mention);
		const before = sentence.text.slice(0, mention.at);
		const isOfModels = /^(?:['’]s|(?:,| or| and|,? or|\/) ?\w+)?\s+(?:models?|llms?)\b/i.test(
			sentence.text.slice(mention.end),
		);
		const isFrom = maker?.isPlace === true ? /\bby\s+$/i.test(before) : madeBefore.test(before);
		if (
			maker === undefined ||
			/^['’]s?(?: or \w+['’]s)?(?: \w+)? (?:licen[sc]es?|terms|conditions)\b/i.test(
				sentence.text.slice(mention.end),
			) ||
			(maker.isVendor === true && !isFrom && !isOfModels) ||
			/[/\w]$/.test(before)
		) {
			continue;
		}
		if (mention.isNegated) {
			excluded.push(mention);
		} else if ((isFrom || isOfModels) && !replacedBefore.test(before) && !mention.isAllowed) {
			wanted.push(mention);
		}
	}
	const said: Said[] = [];
	if (wanted.length > 0) {
		const { strength = "must" } = wanted[0] ?? {};
		said.push({ kind: "org", value: ownersOf(wanted), strength, excerpt: excerptOf(wanted) });
	}
	if (excluded.length > 0) {
		const { strength = "must" } = excluded[0] ?? {};
		said.push({ kind: "excludedOrg", value: ownersOf(excluded), strength, excerpt: excerptOf(excluded) });
	}
	return said;
}

function findMaker(mention: Mention): Maker | undefined {
	const word = (mention.groups[1] ?? "").toLowerCase();
	return makers.find(({ words }) => words.includes(word));
}

function ownersOf(mentions: readonly Mention[]): readonly string[] {
	return unique(mentions.flatMap((mention) => findMaker(mention)?.owners ?? []));
}

function excerptOf(mentions: readonly Mention[]): string {
	return mentions.map(({ text }) => text).join(", ");
}

function unique(values: readonly string[]): readonly string[] {
	return [...new Set(values)];
}

function makePattern(words: readonly string[], after: string): RegExp {
	const longestFirst = [...words].sort((a, b) => b.length - a.length);
	const escaped = longestFirst.map((word) => word.replaceAll(/[.]/g, "\\$&"));
	return new RegExp(`(?<![\\w/])(${escaped.join("|")})${after}(?![\\w])`, "gi");
}
