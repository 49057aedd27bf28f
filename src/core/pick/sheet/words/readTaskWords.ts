import { findWords, makeSearchable, type SearchableText } from "../../wordMatch.ts";
import { listTasksOf, otherTasks, workloadPresets } from "../../workloads.ts";
import type { Mention, Sentence } from "./sentence.ts";
import { listTaskPhrases } from "./taskPhrases.ts";

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
	/\b(?:the|an?|our|their|this|on) (?:[\w-]+ ){0,2}clusters?\b(?! (?:of|anal))|\b(?:invoices?|pdfs?|receipts?) as plain text\b|\b(?:pupils|students|users|children|kids|people|they|patients) (?:\w+ )?read\w* (?:out|aloud|out loud)\b|\bcode (?:and|or|&) (?:weights|data|models?)\b|\b(?:weights|data|models?) (?:and|or|&) (?:\w+ )?code\b|\b(?:our own|gpl) code\b|\bembedded (?:c\b|systems?|linux|devices?|boards?|firmware|software|engineers?|hardware)|\b(?:docker|container|vm|disk|base|oci) images?\b|\bimages? (?:size|registry|(?:can['’]t|cannot|must not|mustn['’]t|may not|should not|shouldn['’]t) be (?:larger|bigger|over))\b|\bocr(?:['’]d)? (?:errors?|mistakes?|output|results?)\b|\b(?:trust[_ ]remote[_ ]code|(?:custom|remote|arbitrary|third[- ]party|own)[- ]code)\b/gi;

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
		/\b(?:classif|categori|detect|recogni[sz]|identif|distinguish)\w*|\btell\b.*\bapart\b/i,
		/\b(?:sounds?|noises?|audio clips?|(?:bird|animal|whale|frog) ?(?:songs?|calls?))\b/i,
		"audio-classification",
	],
	[
		/\b(?:classif|categori|sort|label|identif|recogni[sz]|tag|moderat|nsfw|distinguish)\w*|\btell\b.*\bapart\b/i,
		/\b(?:image|photo|picture|x-?ray|scan|plant|bird|animal)s?\b/i,
		"image-classification",
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

/** What was done before is no work that is asked for: "the calls are already transcribed". */
const isDone = /\balready(?: \w+){0,3}\s+$/i;

/** "Contracts from bullet points". */
const isSource = /\b(?:from|out of|based on) (?:\w+ )?$/i;

/** "A translation agency" says who asks, "bullet points into emails" what there is. */
const ofFirms =
	/^\w*[- ](?:agenc|compan|firm|startup|business|bureau|department|industry|studio|exists? already)|^ into\b(?! text)/i;

/** What is done with things that are worked with. */
const works =
	/\bto text\b|\btext (?:out|from|of)\b|\b(?:caption|descri|read|pull|extract|answer|question|pars|turn|convert|process|understand|explain|look|see|get)|\bend up\b|\bas text\b|\btimestamps\b|\bjson\b|\bversion\b/i;

const systems =
	/^(?:chat ?bots?|bots?|assistants?|agents?|rag|help ?desk|llms?|retriev\w*|search|question[- ]answering|qa)$/i;

const zeroShot = "zero-shot-classification";
/** Words that only name what is worked with count so much. */
const thingWeight = 0.25;
/** A phrase of work and thing counts half more than its letters, up to so much. */
const longestWeight = 30;
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
	const lower = plain.toLowerCase();
	for (const { pattern, task, purpose, unless } of listTaskPhrases()) {
		const found = pattern.exec(lower);
		if (found === null || lower.slice(0, found.index).endsWith("by ") || unless?.test(lower) === true) {
			continue;
		}
		const mention = sentence.mentionAt(found.index, found[0]);
		const weight = Math.min((mention?.text.length ?? 0) * 1.5, longestWeight);
		const known = asked.findIndex((each) => each.task === task && each.purpose === purpose);
		const [it] = asked.splice(known < 0 ? asked.length : known, 1);
		const isWanted = mention?.isNegated === false && !mention.isTold && !mention.isAllowed;
		if (it !== undefined) {
			asked.push(isWanted ? { ...it, isThing: false, weight: Math.max(it.weight, weight) } : it);
		} else if (mention?.isNegated === false && !(mention.isQuestioned && asked.length > 0)) {
			asked.push({
				task,
				...(purpose === undefined ? {} : { purpose }),
				weight: isWanted ? weight : weight * thingWeight,
				isThing: !isWanted,
				isTold: !isWanted,
				text: mention.text,
			});
		}
	}
	const first = asked.reduce<Asked | undefined>(
		(most, each) => (most === undefined || isStronger(each, most) ? each : most),
		undefined,
	);
	const code = asked.find(({ purpose }) => purpose === "code");
	const isZeroShot = asked.some(({ task, isThing }) => task === zeroShot && isThing === false);
	const seeing = asked.find(
		({ task, isThing }) => /^(?:image|video)-text-to-text$/.test(task) && isThing === false,
	);
	// A coding agent is asked to code, and one that looks at pictures to see, whatever else it is asked for.
	const best =
		first?.task === "text-generation" && first.purpose !== "code" && seeing !== undefined
			? seeing
			: first?.task === "text-generation" &&
					code?.isThing === false &&
					code.weight >= first.weight * codeShare
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
	const { weight, isThing, isTold, ...rest } =
		isZeroShot && best.task === "text-classification" ? { ...best, task: zeroShot } : best;
	const isUnsure =
		isThing === true
			? isTold !== true && !works.test(sentence.text)
			: asked.some(
					(each) =>
						each.isThing !== true &&
						each.weight >= weight * rivalShare &&
						!(best.task.endsWith("-text-to-text") && each.task === "text-generation") &&
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

/** "Intents for our chatbot", "a reranker for a RAG system": who needs the work is not the work. */
function isPurpose(text: string, { at, end }: Mention): boolean {
	return (
		/\bfor (?:an? |our |the |my )(?:\w+ )?$/i.test(text.slice(0, at)) && systems.test(text.slice(at, end))
	);
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
				!(isSource.test(sentence.text.slice(0, found.at)) && /points|notes|minutes/.test(mention.text)) &&
				(!ofFirms.test(sentence.text.slice(mention.end)) || /^translat/i.test(mention.text))
			) {
				const isBeside = mention.isTold || isPurpose(sentence.text, mention);
				length += isBeside ? 0 : mention.text.length;
				toldLength += isBeside ? mention.text.length : 0;
				texts.push(mention.text);
				break;
			}
			found = findWords(text, phrase, found.at + found.text.length);
		}
	}
	return { length, toldLength, texts };
}
