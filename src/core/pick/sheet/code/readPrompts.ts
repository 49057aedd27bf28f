import { findLanguages } from "../../naturalLanguages.ts";
import { findWords, makeSearchable } from "../../wordMatch.ts";
import { workloadPresets } from "../../workloads.ts";
import type { Clue } from "./clue.ts";
import type { CodeText } from "./codeText.ts";
import { findSpokenLanguage } from "./findSpokenLanguage.ts";

const longestPrompt = 4_000;
const mostPrompts = 400;
const asJson = /\b(?:as|in|into|return|valid|output|only|with)\s+(?:an?\s+)?(?:\w+\s+)?JSON\b/i;
const intoLanguage = /\btranslat\w*\b[^.\n]{0,60}?\b(?:to|into)\s+(\w+)/i;

/** Work that prompts ask for; other kinds have calls of their own. */
const writing = workloadPresets.filter(
	({ task }) => !/^(?:feature-extraction|text-ranking|automatic-speech-recognition|text-to-\w+)$/.test(task),
);

/** What the texts in a program say: the work that a prompt asks for, and the language that prompts are written in. */
export function readPrompts(text: CodeText): readonly Clue[] {
	const clues: Clue[] = [];
	const prompts = text.strings
		.filter((each) => /\S\s+\S+\s+\S/.test(each.text) && text.code[each.at] !== " ")
		.slice(0, mostPrompts);
	for (const { at, text: full } of prompts) {
		const prompt = full.slice(0, longestPrompt);
		const start = at + (full.length - full.trimStart().length);
		const excerpt = prompt.trim().split("\n")[0] ?? "";
		const language = findSpokenLanguage(prompt);
		if (language !== undefined) {
			clues.push({ kind: "language", value: language, strength: "prefer", excerpt, at: start, weight: 2 });
		}
		const json = asJson.exec(prompt);
		if (json !== null) {
			const at = start + Math.max(0, prompt.trimStart().indexOf(json[0]));
			clues.push({
				kind: "capability",
				value: "structuredOutput",
				strength: "prefer",
				excerpt,
				at,
				weight: 1,
			});
		}
		const into = intoLanguage.exec(prompt)?.[1];
		for (const { code } of into === undefined ? [] : findLanguages(makeSearchable(into)).slice(0, 1)) {
			clues.push({ kind: "language", value: code, strength: "prefer", excerpt, at: start, weight: 3 });
		}
		const searchable = makeSearchable(prompt.slice(0, 600));
		for (const preset of writing) {
			const found = preset.codeWords.flatMap((phrase) => findWords(searchable, phrase) ?? [])[0];
			if (found !== undefined) {
				const weight = found.at < 40 ? 2 : 1;
				clues.push({
					kind: "purpose",
					value: preset.id,
					strength: "prefer",
					excerpt,
					at: at + found.at,
					weight,
				});
			}
		}
	}
	return clues;
}
