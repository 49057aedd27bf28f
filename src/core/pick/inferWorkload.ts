import { isLanguageCode } from "./naturalLanguages.ts";
import { type CodeClue, readCode } from "./readCode.ts";
import { readContext, readHardware, readLanguages, readLicense, readPreset } from "./readWords.ts";
import type { WorkloadEvidence, WorkloadGuess } from "./workloadGuess.ts";

/** What there is to read. Everything stays where it is: rules read it, nothing is sent. */
export interface WorkloadInput {
	/** What the person typed. */
	readonly text: string;
	/** VS Code's language id of the file; prose (Markdown, plain text) is read as words. */
	readonly languageId?: string | undefined;
	readonly fileText?: string | undefined;
	/** The selected text of that file. */
	readonly selection?: string | undefined;
}

interface Finding<T> {
	readonly value: T;
	readonly evidence: WorkloadEvidence;
}

interface Findings {
	readonly preset?: Finding<string> | undefined;
	readonly languages?: Finding<readonly string[]> | undefined;
	readonly contextTokens?: Finding<number> | undefined;
}

/** What a workload is about is said within this many characters. */
const longestSentence = 20_000;

const proseLanguages = ["markdown", "plaintext", "restructuredtext", "latex", "asciidoc"];

/**
 * What a workload asks for, by rules. What was typed beats what is selected, which beats the rest of the
 * file; license and hardware are only taken from words that were typed, because code does not say what they
 * must be.
 */
export function inferWorkload(input: WorkloadInput): WorkloadGuess {
	const words = input.text.trim().slice(0, longestSentence);
	const selection = input.selection?.trim() === "" ? undefined : input.selection;
	const isProse = input.languageId !== undefined && proseLanguages.includes(input.languageId);
	const firstLine = findFirstLine(input.fileText, selection);
	const sources: Findings[] = [
		readSentence(words, "words"),
		selection === undefined
			? {}
			: isProse
				? readSentence(selection.slice(0, longestSentence), "selection", firstLine)
				: weighClues(readCode(selection), "selection", firstLine),
		input.fileText === undefined || isProse ? {} : weighClues(readCode(input.fileText), "file", 1),
	];
	const preset = sources.find((source) => source.preset !== undefined)?.preset;
	const languages = sources.find((source) => source.languages !== undefined)?.languages;
	const contextTokens = sources.find((source) => source.contextTokens !== undefined)?.contextTokens;
	const license = readLicense(words);
	const hardware = readHardware(words);
	const evidence = [
		preset?.evidence,
		languages?.evidence,
		license === undefined ? undefined : wordEvidence("license", license.text),
		hardware === undefined ? undefined : wordEvidence("hardware", hardware.text),
		contextTokens?.evidence,
	].filter((each) => each !== undefined);
	return {
		...(preset === undefined ? {} : { presetId: preset.value }),
		...(languages === undefined ? {} : { languages: languages.value }),
		...(contextTokens === undefined ? {} : { contextTokens: contextTokens.value }),
		...(license === undefined ? {} : { license: license.value }),
		...(hardware === undefined ? {} : { hardware: hardware.value }),
		evidence,
	};
}

function wordEvidence(what: WorkloadEvidence["what"], text: string): WorkloadEvidence {
	return { what, text, from: "words" };
}

function readSentence(text: string, from: "words" | "selection", line?: number): Findings {
	const place = line === undefined ? { from } : { from, line };
	const preset = readPreset(text);
	const languages = readLanguages(text);
	const context = readContext(text);
	return {
		preset: preset && { value: preset.value.id, evidence: { what: "preset", text: preset.text, ...place } },
		languages: languages && {
			value: languages.value,
			evidence: { what: "languages", text: languages.text, ...place },
		},
		contextTokens: context && {
			value: context.value,
			evidence: { what: "context", text: context.text, ...place },
		},
	};
}

/**
 * Each preset has the weight of its strongest clues, one of a kind; the heaviest wins, in a tie the first in
 * the code.
 */
function weighClues(clues: readonly CodeClue[], from: "selection" | "file", firstLine: number): Findings {
	const weights = new Map<string, { weight: number; clue: CodeClue; seen: Set<number> }>();
	for (const clue of clues) {
		if (clue.preset === undefined) {
			continue;
		}
		const known = weights.get(clue.preset.id);
		if (known === undefined) {
			weights.set(clue.preset.id, { weight: clue.weight, clue, seen: new Set([clue.weight]) });
		} else if (!known.seen.has(clue.weight)) {
			known.seen.add(clue.weight);
			known.weight += clue.weight;
			known.clue = clue.weight > known.clue.weight ? clue : known.clue;
		}
	}
	const [best] = [...weights].sort(([, a], [, b]) => b.weight - a.weight || a.clue.line - b.clue.line);
	const context = clues.find((clue) => clue.contextTokens !== undefined);
	const spoken = clues.flatMap((clue) => {
		const code = clue.language === undefined ? undefined : toLanguageCode(clue.language);
		return code === undefined ? [] : [{ code, clue }];
	});
	const evidenceOf = (what: WorkloadEvidence["what"], clue: CodeClue): WorkloadEvidence => ({
		what,
		text: clue.text,
		from,
		line: clue.line + firstLine - 1,
	});
	return {
		preset: best && { value: best[0], evidence: evidenceOf("preset", best[1].clue) },
		languages: spoken[0] && {
			value: [...new Set(spoken.map(({ code }) => code))],
			evidence: evidenceOf("languages", spoken[0].clue),
		},
		contextTokens:
			context?.contextTokens === undefined
				? undefined
				: { value: context.contextTokens, evidence: evidenceOf("context", context) },
	};
}

function toLanguageCode(word: string): string | undefined {
	const lower = word.toLowerCase();
	return isLanguageCode(lower) ? lower : word.length > 3 ? readLanguages(word)?.value[0] : undefined;
}

function findFirstLine(fileText: string | undefined, selection: string | undefined): number {
	const at = selection === undefined ? -1 : (fileText?.indexOf(selection) ?? -1);
	return at <= 0 ? 1 : (fileText ?? "").slice(0, at).split("\n").length;
}
