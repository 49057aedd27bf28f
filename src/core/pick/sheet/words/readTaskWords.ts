import { findWords, makeSearchable, type SearchableText } from "../../wordMatch.ts";
import { listTasksOf, otherTasks, workloadPresets } from "../../workloads.ts";
import type { Sentence } from "./sentence.ts";

/** The work that words ask for. */
export interface TaskWords {
	readonly task: string;
	/** Where the task does not say it. */
	readonly purpose?: string;
	/** The words. */
	readonly text: string;
	/** Only what is worked with was named, not what is done, or other work is asked for as clearly. */
	readonly isUnsure?: boolean;
}

/** Code that is run, not written; images that are none to see; what was read before. */
const besides =
	/\b(?:docker|container|vm|disk|base|oci) images?\b|\bimages? (?:size|registry|(?:can['’]t|cannot|must not|mustn['’]t|may not|should not|shouldn['’]t) be (?:larger|bigger|over))\b|\bocr(?:['’]d)? (?:errors?|mistakes?|output|results?)\b|\b(?:trust[_ ]remote[_ ]code|(?:custom|remote|arbitrary|third[- ]party|own)[- ]code)\b/gi;

interface Asked extends TaskWords {
	readonly weight: number;
	readonly isThing?: boolean;
	/** Its work was named, if only as what is done today. */
	readonly isTold?: boolean;
}

/** What is done with a thing counts as work of its own. */
const pairs: readonly (readonly [RegExp, RegExp, string, string?])[] = [
	[
		/\b(?:extract|pull|get|grab|read|parse|captur)\w*/i,
		/\b(?:scan(?:s|ned)?|pdfs?|receipts?|handwrit\w+|photographed|(?:photos?|images?|pictures?) of (?:invoices?|documents?|receipts?|forms?|pages?|tables?))\b/i,
		"image-text-to-text",
		"readDocument",
	],
	[
		/\b(?:classif|categori|sort|label|identif|recogni[sz]|tag|moderat|nsfw)\w*/i,
		/\b(?:image|photo|picture|x-?ray|scan|plant|bird|animal)s?\b/i,
		"image-classification",
	],
	[
		/\b(?:classif|categori|detect|recogni[sz]|identif|distinguish)\w*|\btell\b.*\bapart\b/i,
		/\b(?:sounds?|noises?|audio clips?|(?:bird|animal|whale|frog) ?(?:songs?|calls?))\b/i,
		"audio-classification",
	],
	[/\bemotion/i, /\b(?:audio|voices?|speech|recordings?)\b/i, "audio-classification"],
	[
		/\b(?:embed|index|(?<!['’]m |\b(?:am|are|is|i|we) )search(?!\w* for)|duplicat|dedup|near-duplicat)\w*/i,
		/\b(?:images?|photos?|pictures?)\b/i,
		"image-feature-extraction",
	],
];
const document = /\b(?:pdfs?|invoices?|receipts?|scan(?:s|ned)|handwrit\w+|paper forms?)\b/i;
const readsOrAsks =
	/\b(?:ocr|text|documents?|invoices?|receipts?|answer|question|describ|caption|extract|read|support|ticket|emails?)\w*/i;

/** Who asks of files that have text wants it read as text. */
const asksOf = /\b(?:answer|questions?|chat|q&a)\b/i;
const isPictured = /\b(?:scan|receipt|handwrit|photo|image|picture|ocr)/i;

const watched =
	"(?:cars?|bikes?|bicycles|vehicles?|trucks?|people|persons?|pedestrians?|faces|animals?|birds|cows|objects|helmets?|weeds|insects|fish|ships|boats|trees)";
const between =
	"(?:(?!(?:for|of|from|about|to|with|in|on|captions?|alt|texts?|descriptions?|tags?|titles?|embeddings?)\\b)[\\w-]+\\s+){0,2}";
const makes = `\\b(?:generat|creat|mak|produc|render)(?:e|es|ing)\\s+${between}`;
/** What is made, with what is said of it in between: "generate short videos". */
const made: readonly (readonly [RegExp, string, string?])[] = [
	[
		/\bfind(?:s|ing)? (?:[\w-]+ ){0,3}(?:similar|matching|duplicates?|near-duplicates?) (?:[\w-]+ ){0,2}(?:images?|photos?|pictures?)\b/i,
		"image-feature-extraction",
	],
	[
		/\b(?:writ|generat|complet|debug|refactor|explain|review|port|translat|convert)\w* (?:[\w-]+,? ){0,3}?(?:python|java|kotlin|typescript|javascript|rust|c\+\+|c#|php|ruby|swift|scala|cobol|fortran|terraform|ansible|bash|powershell|cypher|verilog|vhdl|solidity|code|scripts?|unit tests)(?![\w-])/i,
		"text-generation",
		"code",
	],
	[
		/\b(?:answer|repl(?:y|ies)|respond)\w* (?:to )?(?:[\w-]+ ){0,3}(?:e-?mails?|letters?|messages?|tickets?|inquiries|enquiries|requests|questions|customers|reviews|comments|complaints)\b|\b(?:draft|writ(?:e|es|ing)|compose|correct|proofread)\w* (?:[\w-]+ ){0,3}(?:e-?mails?|letters?|messages?|replies|reviews|manuscripts|newsletters?)\b/i,
		"text-generation",
	],
	[
		/\b(?:internal|site|document|docs?|wiki|product|knowledge[- ]base|enterprise) search\b|\bsearch(?:ing)? (?:across|through|over|our|my)\b(?! (?:photos?|images?|pictures?))/i,
		"feature-extraction",
	],
	[
		/\b(?:sarcasm|irony|bias|phishing|clickbait|fake news|misinformation|bullying|stance|injections?|jailbreak) detect\w*|\bdetect\w* (?:\w+ )?(?:sarcasm|irony|bias|phishing|clickbait|fake news|misinformation|bullying|injections?|jailbreaks?)\b/i,
		"text-classification",
	],
	[
		/\bpredict\w* (?:[\w'’-]+ ){0,3}(?:sales|demand|prices?|load|consumption|traffic|revenue|usage)\b/i,
		"time-series-forecasting",
	],
	[
		/\bread(?:s|ing)? out (?:[\w-]+ ){0,3}(?:sentences?|texts?|words|articles|news|books?|messages|stories)\b/i,
		"text-to-speech",
	],
	[/\b(?:images?|photos?|pictures?)\b[\s\S]{0,120}\bcaptions?\b/i, "image-text-to-text"],
	[
		/\bfind(?:s|ing)? (?:[\w-]+ ){0,4}(?:similar|related|alike|duplicates?)\b(?![^.;]*\b(?:images?|photos?|pictures?)\b)/i,
		"feature-extraction",
	],
	[
		/\b(?:caption|describ|summari[sz]|understand|answer\w* questions (?:about|on))\w* (?:[\w-]+ ){0,3}(?:videos?|clips|footage)\b|\b(?:videos?|clips|footage)\b[^.;]{0,60}\b(?:describe|caption|summari[sz]e)\b/i,
		"video-text-to-text",
	],
	[
		/\bsearch(?:ing)? (?:in |through )?(?:my|our|the|their|an?) (?:[\w-]+ )?(?:images?|photos?|pictures?)\b/i,
		"image-feature-extraction",
	],
	[
		/\b(?:caption|describ|descriptions? of)\w* (?:[\w.,]+ ){0,4}(?:image|photo|picture|screenshot|painting|drawing)s?\b|\b(?:image|photo|picture)s? (?:description|caption)/i,
		"image-text-to-text",
	],
	[
		new RegExp(
			`\\b(?:count|detect|find|locat|track|spot)\\w*\\s(?:[\\w-]+ ){0,3}?${watched}\\b[^.;]{0,60}\\b(?:image|photo|frame|camera|cctv|webcam|drone|footage|snapshot|video)s?\\b|\\b${watched}\\b[^.;]{0,20}\\bin (?:[\\w-]+ ){0,2}(?:snapshots?|frames?|camera (?:image|picture|frame)s?|footage)\\b`,
			"i",
		),
		"object-detection",
	],
	[
		/\b(?:count|detect|spot|locat|track)(?:s|ing|e|es)?\s(?!(?:\w+ )?(?:nsfw|emotions?|text|languages?|fraud|deepfakes?|fakes?|nudity|anomal\w+|hate|faces? match)\b)(?:[\w-]+ ){1,4}?(?:in|on|from)\s(?:[\w-]+ ){0,3}?(?:images?|photos?|pictures?|frames?|cameras?|footage|snapshots?|x-?rays?|scans|videos?)\b/i,
		"object-detection",
	],
	[/\banimat\w+ (?:[\w-]+ ){0,3}(?:photo|image|picture)s?\b/i, "image-to-video"],
	[
		new RegExp(
			`${makes}(?:videos?|clips?|animations?)\\b|\\b(?:videos?|clips)\\b[^.;]{0,30}\\bfrom (?:an? )?(?:text|prompt)`,
			"i",
		),
		"text-to-video",
	],
	[
		new RegExp(
			`${makes}(?:images?|pictures?|photos?|illustrations?|logos?|icons?|artworks?|posters?)\\b`,
			"i",
		),
		"text-to-image",
	],
	[new RegExp(`${makes}(?:music|songs?|melod(?:y|ies)|jingles?)\\b`, "i"), "text-to-audio"],
];

/** What was done before is no work that is asked for: "the calls are already transcribed". */
const isDone = /\balready(?: \w+){0,3}\s+$/i;

/** "A translation agency" says who asks, "bullet points into emails" what there is. */
const ofFirms =
	/^\w*[- ](?:agenc|compan|firm|startup|business|bureau|department|industry|studio|exists? already)|^ into\b(?! text)/i;

/** What is done with things that are worked with. */
const works =
	/\bto text\b|\btext (?:out|from|of)\b|\b(?:caption|descri|read|pull|extract|answer|question|pars|turn|convert|understand|explain|look|see|get)|\bend up\b|\bjson\b|\bversion\b/i;

/** Words that only name what is worked with count so much. */
const thingWeight = 0.25;
/** What is made of things that are named counts so much at least. */
const madeWeight = 8;
const codeShare = 0.5;
/** Work with so much of the words of the work that has most may be meant as well. */
const rivalShare = 0.6;

/** The task whose words fill most of what was typed; in a tie the first. */
export function readTaskWords(sentence: Sentence): TaskWords | undefined {
	const plain = sentence.text.replaceAll(besides, (all) => " ".repeat(all.length));
	const isAsked = asksOf.test(sentence.text) && !isPictured.test(sentence.text);
	const text = makeSearchable(plain);
	const asked: Asked[] = [];
	for (const preset of workloadPresets) {
		const ofWork = findAll(text, sentence, preset.words);
		const things = findAll(text, sentence, preset.things ?? []);
		const isText = isAsked && preset.id === "readDocument";
		const beside = ofWork.toldLength + things.length + things.toldLength;
		const weight = (ofWork.length + beside * thingWeight) * (preset.weight ?? 1);
		if (weight > 0) {
			asked.push({
				task: isText ? "text-generation" : preset.task,
				...(isSaidByTask(preset.id) || isText ? {} : { purpose: preset.id }),
				weight,
				isThing: ofWork.length === 0,
				isTold: ofWork.toldLength > 0,
				text: [...ofWork.texts, ...things.texts].join(", "),
			});
		}
	}
	const has = (phrase: string) => findWords(text, phrase) !== undefined;
	for (const { task, words, unless, only } of otherTasks) {
		if (unless?.some(has) === true || only?.some(has) === false) {
			continue;
		}
		const found = findAll(text, sentence, words);
		const weight = (found.length + found.toldLength * thingWeight) * 2;
		if (weight > 0) {
			// They are told by longer words than the presets that they are near to.
			asked.push({
				task,
				weight,
				isThing: found.length === 0,
				isTold: found.toldLength > 0,
				text: found.texts.join(", "),
			});
		}
	}
	for (const [pattern, task, purpose] of made) {
		const found = pattern.exec(plain);
		const mention = found === null ? undefined : sentence.mentionAt(found.index, found[0]);
		const known = asked.findIndex((each) => each.task === task && each.purpose === purpose);
		const [it] = asked.splice(known < 0 ? asked.length : known, 1);
		if (it !== undefined) {
			asked.push(
				mention?.isNegated === false
					? { ...it, isThing: false, weight: Math.max(it.weight, madeWeight) }
					: it,
			);
		} else if (mention !== undefined && !mention.isNegated) {
			asked.push({
				task,
				...(purpose === undefined ? {} : { purpose }),
				weight: mention.text.length * 2,
				text: mention.text,
			});
		}
	}
	const first = asked.reduce<Asked | undefined>(
		(most, each) => (most === undefined || isStronger(each, most) ? each : most),
		undefined,
	);
	const code = asked.find(({ purpose }) => purpose === "code");
	// A coding agent is asked to code, whatever else it is asked for.
	const best =
		first?.task === "text-generation" && code?.isThing === false && code.weight >= first.weight * codeShare
			? code
			: first;
	const pair = pairs.find(
		([work, thing, , purpose]) =>
			work.test(plain) &&
			thing.test(plain) &&
			(purpose === undefined
				? !readsOrAsks.test(sentence.text)
				: !isAsked && (best === undefined || best.purpose === "extract" || best.task === "text-generation")),
	);
	if (pair !== undefined) {
		const [work, , task, purpose] = pair;
		return {
			task,
			...(purpose === undefined ? {} : { purpose }),
			text: work.exec(sentence.text)?.[0] ?? "",
		};
	}
	if (best === undefined) {
		return undefined;
	}
	const { weight, isThing, isTold, ...rest } = best;
	const isUnsure =
		isThing === true
			? isTold !== true && !works.test(sentence.text)
			: asked.some(
					(each) =>
						each.isThing !== true &&
						each.weight >= weight * rivalShare &&
						!listTasksOf(each.task).includes(best.task) &&
						!listTasksOf(best.task).includes(each.task),
				);
	const task: TaskWords = isUnsure ? { ...rest, isUnsure } : rest;
	return !isAsked && task.task === "image-text-to-text" && document.test(sentence.text)
		? { ...task, purpose: "readDocument" }
		: task;
}

function isStronger(a: Asked, b: Asked): boolean {
	const [ofA, ofB] = [a.isThing === true, b.isThing === true];
	return ofA === ofB ? a.weight > b.weight : ofB;
}

/** Whether a preset's task says all that the preset says. */
export function isSaidByTask(presetId: string): boolean {
	return presetId !== "code" && presetId !== "readDocument" && presetId !== "extract";
}

function findAll(
	text: SearchableText,
	sentence: Sentence,
	phrases: readonly string[],
): { readonly length: number; readonly toldLength: number; readonly texts: readonly string[] } {
	let length = 0;
	let toldLength = 0;
	const texts: string[] = [];
	for (const phrase of phrases) {
		for (let found = findWords(text, phrase); found !== undefined; ) {
			const mention = sentence.mentionAt(found.at, found.text);
			if (
				mention !== undefined &&
				!mention.isNegated &&
				!mention.isAllowed &&
				!(mention.isTold && /gpt/i.test(mention.text)) &&
				!isDone.test(sentence.text.slice(0, found.at)) &&
				(!ofFirms.test(sentence.text.slice(mention.end)) || /^translat/i.test(mention.text))
			) {
				length += mention.isTold ? 0 : mention.text.length;
				toldLength += mention.isTold ? mention.text.length : 0;
				texts.push(mention.text);
				break;
			}
			found = findWords(text, phrase, found.at + found.text.length);
		}
	}
	return { length, toldLength, texts };
}
