import type { Range, Strength } from "../requirement.ts";
import type { Said } from "../said.ts";
import type { Mention, Sentence } from "./sentence.ts";

const less =
	"under|below|less than|fewer than|smaller than|lower than|at most|max(?:imum)?(?: of)?|no more than|not more than|no (?:larger|bigger|greater) than|not (?:larger|bigger) than|up to|within|(?:not|n['’]t|never) (?:to )?exceed(?:ing)?|sub-?|upto|<=?|≤|⩽";
const more =
	"over|above|more than|greater than|larger than|bigger than|at least|min(?:imum)?(?: of)?|no (?:less|smaller) than|not (?:less|smaller) than|>=?|≥|from";
const lessAfter =
	"(?:or|and) (?:smaller|less|below|under|lower|fewer)|max(?:imum)?|tops|at most|or so at most|(?:is|are|as) (?:the |our |my )?(?:max(?:imum)?|limit|most|ceiling|upper)";
const moreAfter = "(?:or|and) (?:larger|more|above|bigger|up|over|upwards)|\\+|min(?:imum)?|at least";
const bound = new RegExp(
	`(?:${less}|${more}|limit\\w* (?:\\w+ )?to)\\s*#|#\\s*(?:${lessAfter}|${moreAfter})`,
	"i",
);
/** "Anything over 8B is overkill" asks for no such thing. */
const overkill =
	/^(?:[ -]\w+)? (?:is|are|would be|seems?) (?:\w+ly )?(?:overkill|too |out of|unnecessar|more than)/i;
/** "10 million product titles" are no parameters. */
const things =
	/^[ -]?(?:(?!(?:or|and|for|in|on|to|that|with|as|at|so|but|is|which)\b)[a-z][a-z-]*\s+){0,2}(?!models|llms|param|embedd|encoders|(?:as|is|this|class)\b)[a-z-]+s\b/i;
const amount = "(\\d+(?:[.,]\\d+)*)\\s*-?\\s*";
const parameterUnit = "(b|bn|billion|m|mn|million|trillion)\\b[- ]?((?:params?|parameters?|weights)\\b)?";
const parameters = new RegExp(
	`(?:\\b(?:between|from)\\s+)?(?<![\\w.])(?:(${less})\\s*|(${more})\\s*)?(?:(?:a|an|about|around|~|approx\\w*|roughly)\\s*)?(?:${amount}(b|bn|billion|m|million)?\\s*(?:-|–|to|and|\\.\\.)\\s*)?(?<![\\w.])${amount}${parameterUnit}(?:\\s*(?:(${lessAfter})|(${moreAfter})))?`,
	"gi",
);
const countUnit: Readonly<Record<string, number>> = {
	b: 1e9,
	bn: 1e9,
	billion: 1e9,
	m: 1e6,
	mn: 1e6,
	million: 1e6,
	trillion: 1e12,
};

const tokens = "(?:tokens?|toks?)";
const context = new RegExp(
	`(?<![\\w.,])(\\d+(?:[.,\\s]\\d{3})+|\\d{3,}|\\d{2}(?=[- ]?tok)|\\d+(?:\\.\\d+)?(?=\\s*(?:k|m|million|thousand)\\b))\\s*(k|m|million|thousand)?[- ]?(?:${tokens}(?:[- ](?:context|window|inputs?|documents?|docs?|prompts?|articles?|texts?))?|(?:long[- ])?(?:context|ctx)(?:[- ](?:window|length|size))?)\\b(?!\\s*(?:\\/|per|an?|each|every)\\s*(?:s|sec|second|min|minute|hour|day|week|month|year)\\b|\\/s)|\\b(?:context|ctx)(?:[- ](?:window|length|size))?(?:\\s*(?:of|is|=|:|>=?|≥|at least|up to|must be|should be))*\\s*\\(?(?:at least\\s*)?(\\d+(?:[.,\\s]\\d{3})+|\\d+)\\s*(k|m)?\\b|(?<=(?:^|[,;.(\\n•*]|at least|min(?:imum)?|with)\\s*)(8|16|32|64|128|256)(k)(?:\\+| min(?:imum)?)?(?=\\s*(?:[,;.)]|$|would (?:do|be|solve)|is (?:enough|fine|plenty)|suffic))`,
	"gi",
);
const rough =
	/(?:\b(?:say|avg\.?|averag\w+|probably|maybe|perhaps|about|around|roughly|approx\w*|some|on average|usually|typically)|~)\s*$/i;
const outputWords =
	/\b(?:outputs?|answers?|repl(?:y|ies)|responses?|summar(?:y|ies)|generate[sd]?|max[_ ]new|completions?)\b/i;
const inputWords = /\b(?:context|ctx|window|inputs?|documents?|prompts?)\b/i;
const speed = new RegExp(
	`(\\d+(?:[.,]\\d+)?)\\s*(?:${tokens}|t|tk)\\s*(?:\\/|per|a|each|p)\\s*(?:s|sec|secs|second)\\b|(\\d+(?:[.,]\\d+)?)\\s*(?:tps|tok\\/s)\\b`,
	"gi",
);
const dimension =
	/(?<![\w.])(\d{2,5})\s*-?\s*(?:d\b|dims?\b|dimensions?\b|dimensional\b|dimensionality\b)|\b(?:dims?|dimensions?|dimensionality|embedding size|vector size|vectors?(?= ?[:=])|vectors? (?:of|with|in) (?:length|size)|vectors? (?:of|with)(?= \d+(?:[,;.]|\s*$| (?:dim|number|float|entr|component|value))))(?:\s*(?:of|is|=|:|must be|should be|at most|max\w*|up to|under|below|<=?|≤))*\s*(\d{2,5})\b|\bvector\((\d{2,5})\)|\b(?:vector|column)\b[^,;.]{0,20}?\b(\d{2,5}) wide\b/gi;
const batch =
	/\bbatch(?:es)?(?:[- _]size)?(?:\s*(?:of|=|:))?\s*(\d{1,5})\b|\b(\d{1,5})\s*(?:concurrent|parallel|simultaneous)\s+(?:users?|requests?|sessions?|streams?|conversations?|chats?)\b|\b(\d{1,5})\s*(?:users?|requests?|people)?\s+(?:at once|at the same time|at a time|in parallel|concurrently|simultaneously)/gi;

/** Sizes, lengths and speeds that words ask for. */
export function readAmountWords(sentence: Sentence): readonly Said[] {
	return [
		...readContext(sentence),
		...readOne(sentence, batch, (value, { text: excerpt }) => ({
			kind: "batch",
			value,
			strength: "prefer",
			excerpt,
		})),
		...readOne(sentence, dimension, (value, { strength, at, end, text: excerpt }) => {
			const isBounded =
				bound.test(`${sentence.text.slice(0, at)}#${sentence.text.slice(end)}`) ||
				/ (?:at most|max\w*|up to|under|below|<=?|≤)/i.test(excerpt);
			return value >= 16 && value <= 20_000
				? { kind: "embeddingDimension", value, strength: isBounded ? "prefer" : strength, excerpt }
				: undefined;
		}),
		...readOne(sentence, speed, (value, { strength, isTold, text: excerpt }) =>
			isTold ? undefined : { kind: "speedFloor", value, strength, excerpt },
		),
		...readParameters(sentence),
	];
}

function readOne(
	sentence: Sentence,
	pattern: RegExp,
	make: (value: number, mention: Mention) => Said | undefined,
): readonly Said[] {
	for (const mention of sentence.find(pattern)) {
		const digits = mention.groups.slice(1).find((each) => each !== "");
		const value = digits === undefined ? Number.NaN : Number(digits.replace(",", "."));
		const said = mention.isNegated || !(value > 0) ? undefined : make(value, mention);
		if (said !== undefined) {
			return [said];
		}
	}
	return [];
}

function readContext(sentence: Sentence): readonly Said[] {
	const said: Said[] = [];
	for (const mention of sentence.find(context)) {
		const [, first = "", firstUnit = "", second = "", secondUnit = "", third = "", thirdUnit = ""] =
			mention.groups;
		const unit = (firstUnit || secondUnit || thirdUnit).toLowerCase();
		const value = toTokens((first || second || third).replaceAll(/[.,\s](?=\d{3}(?:\D|$))/g, ""), unit);
		const clause = sentence.clauseText(mention);
		const isOutput = outputWords.test(clause) && !inputWords.test(clause) && unit === "";
		if (value === undefined || mention.isNegated || mention.isTold) {
			continue;
		}
		if (isOutput) {
			said.push({ kind: "outputTokens", value, strength: "prefer", excerpt: mention.text });
		} else if (value >= 256) {
			const isRough =
				rough.test(sentence.text.slice(0, mention.at)) ||
				/^ (?:or so|on average|avg|typically|usually)\b/i.test(sentence.text.slice(mention.end));
			const strength = isRough || mention.isQuestioned ? "prefer" : mention.strength;
			said.push({ kind: "contextLength", value, strength, excerpt: mention.text });
		}
	}
	const longest = said.filter(({ kind }) => kind === "contextLength").slice(0, 1);
	return [...longest, ...said.filter(({ kind }) => kind === "outputTokens").slice(0, 1)];
}

/** `32k` is 32,768, as models have it; `100k` is 100,000. */
function toTokens(digits: string, unit: string): number | undefined {
	const number = Number(digits);
	const isThousand = unit === "k" || unit === "thousand";
	const isPower = Number.isInteger(Math.log2(number)) || number === 96 || number === 160 || number === 192;
	const value = number * (isThousand ? (isPower ? 1024 : 1000) : unit === "" ? 1 : 1e6);
	return Number.isFinite(value) && value >= 16 && value <= 1e8 ? Math.round(value) : undefined;
}

function readParameters(sentence: Sentence): readonly Said[] {
	let unbounded: Said | undefined;
	for (const mention of sentence.find(parameters)) {
		const [
			,
			under = "",
			over = "",
			low = "",
			lowUnit = "",
			digits = "",
			unit = "",
			word = "",
			orLess = "",
			orMore = "",
		] = mention.groups;
		const scale = countUnit[unit.toLowerCase()] ?? 0;
		const value = toNumber(digits) * scale;
		const isBounded = under !== "" || over !== "" || low !== "" || orLess !== "" || orMore !== "";
		const isSmallUnit = scale < 1e9 || unit.length > 2;
		const isOtherCount =
			(isSmallUnit && word === "" && things.test(sentence.text.slice(mention.end))) ||
			/^[ -]?(?:users?|rows?|tokens?|documents?|docs?|records?|requests?|dollars?|images?|people|lines|articles|customers|vectors|pages|parameters? budget|euros?)\b/i.test(
				sentence.text.slice(mention.end),
			);
		// "70B and more is fine" says where there is no bound.
		const isOpen = mention.isAllowed && (over !== "" || orMore !== "");
		if (
			isOpen ||
			overkill.test(sentence.text.slice(mention.end)) ||
			!(value >= 1e5) ||
			value > 1e14 ||
			isOtherCount ||
			(isSmallUnit && word === "" && !isBounded)
		) {
			continue;
		}
		const before = sentence.text.slice(0, mention.at);
		const isName = /[\w/.-]$/.test(before) && (!isBounded || /[a-z][-/]$/i.test(before));
		if (isName) {
			continue;
		}
		const isTurned = mention.isNegated && under === "" && over === "";
		// "Nothing over 3B" is at most 3B.
		const isDenied = mention.isNegated && isBounded && low === "" && !/^no/i.test(under + over);
		const range = readRange(value, {
			min: low === "" ? undefined : toNumber(low) * (countUnit[lowUnit.toLowerCase()] ?? scale),
			isMax: (under !== "" || orLess !== "") !== isDenied,
			isMin: (over !== "" || orMore !== "") !== isDenied,
		});
		if (isTurned) {
			continue;
		}
		const strength: Strength = isBounded ? mention.strength : "prefer";
		const said: Said = { kind: "parameters", value: range, strength, excerpt: mention.text };
		if (isBounded) {
			return [said];
		}
		unbounded ??= mention.isTold ? undefined : said;
	}
	return unbounded === undefined ? [] : [unbounded];
}

/** A size that is named without a bound is meant by about a fifth. */
function readRange(
	value: number,
	said: { readonly min: number | undefined; readonly isMax: boolean; readonly isMin: boolean },
): Range {
	if (said.min !== undefined) {
		return { min: said.min, max: value };
	}
	if (said.isMax) {
		return { max: value };
	}
	return said.isMin ? { min: value } : { min: value * 0.8, max: value * 1.2 };
}

function toNumber(digits: string): number {
	return Number(digits.replaceAll(/,(?=\d{3}\b)/g, "").replace(",", "."));
}
