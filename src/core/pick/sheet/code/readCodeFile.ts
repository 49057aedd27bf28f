import type { RequirementKind } from "../requirement.ts";
import type { Clue } from "./clue.ts";
import { type CodeText, prepareCode } from "./codeText.ts";
import { readAmounts, weightBesideModels } from "./readAmounts.ts";
import { readDependencies } from "./readDependencies.ts";
import { readMachines } from "./readMachines.ts";
import { readMeans } from "./readMeans.ts";
import { readModels } from "./readModels.ts";
import { readPrompts } from "./readPrompts.ts";
import { readRemarks } from "./readRemarks.ts";
import { readTaskCalls } from "./readTaskCalls.ts";
import type { SettingBook } from "./settings.ts";
import { findLanguage, type SourceFile } from "./sourceFile.ts";

/** What a file says, and where. */
export interface ReadFile {
	readonly file: SourceFile;
	readonly code: CodeText;
	readonly clues: readonly Clue[];
	/** Something in it works with models. */
	readonly usesModels: boolean;
}

const longestText = 400_000;
/** What means something only where models are used. */
const onlyBesideModels: ReadonlySet<RequirementKind> = new Set([
	"contextLength",
	"outputTokens",
	"batch",
	"language",
	"dtype",
	"purpose",
	"capability",
	"quantization",
]);
/** Reads all that a file, or a part of one, says of the model that it works with. Never throws; takes time in proportion to the text. */
export function readCodeFile(whole: SourceFile, others: SettingBook, isPart = false): ReadFile {
	const file = { ...whole, text: whole.text.slice(0, longestText) };
	const { text } = file;
	const languageId = findLanguage(file);
	const code = prepareCode(file, others);
	const clues: Clue[] = [
		...readTaskCalls(code),
		...readDependencies(code, languageId, file.path),
		...readAmounts(code),
		...readMeans(code),
		...readMachines(code),
		...readPrompts(code),
		...readRemarks(code),
	];
	clues.push(...readModels(code, text, languageId, clues));
	const usesModels = clues.some(
		({ kind, value }) =>
			kind === "task" ||
			kind === "library" ||
			kind === "runtime" ||
			kind === "currentModel" ||
			(kind === "capability" && value === "fillInTheMiddle") ||
			kind === "format",
	);
	return {
		file,
		code,
		clues: clues
			.filter((clue) => usesModels || isPart || !isOnlyBesideModels(clue))
			.map((clue) => (isDefault(code, clue.at) ? { ...clue, strength: "prefer" } : clue)),
		usesModels,
	};
}

function isOnlyBesideModels({ kind, weight }: Clue): boolean {
	return (
		onlyBesideModels.has(kind) ||
		(kind === "embeddingDimension" && weight <= weightBesideModels) ||
		(kind === "target" && weight <= 1)
	);
}

/** Whether a value holds only where a setting says nothing else. */
function isDefault({ expanded }: CodeText, at: number): boolean {
	return expanded.some((each) => each.isDefault && each.start <= at && at < each.end);
}
