import { findModelIds } from "../code/ids/findModelIds.ts";
import { findLanguageOfPath } from "../code/ids/languageOfPath.ts";
import type { FoundUse } from "./audit.ts";

/** Larger files are data, not code. */
export const mostFileBytes = 1_000_000;

/** Files that no audit reads more than: a workspace beyond it is told to be cut. */
export const mostFiles = 20_000;

/** Folders that hold others' code, or what was made from one's own. */
export const skippedFolders: readonly string[] = [
	"node_modules",
	".git",
	".hg",
	".svn",
	".venv",
	"venv",
	"__pycache__",
	".mypy_cache",
	".ruff_cache",
	".tox",
	"site-packages",
	".ipynb_checkpoints",
	"dist",
	"build",
	"target",
	".next",
	".vscode-test",
];

/** Files that name models but use none: the policy and the lock, and what package managers write. */
const skippedFiles: ReadonlySet<string> = new Set([
	".openmodels.json",
	"openmodels.lock",
	"package-lock.json",
	"pnpm-lock.yaml",
	"poetry.lock",
	"uv.lock",
]);

/** Whether IDs are looked for in a file, by its path from the root, with `/`. */
export function isAudited(path: string): boolean {
	const folders = path.split("/");
	const name = folders.pop() ?? "";
	const isOwn = !folders.some((folder) => skippedFolders.includes(folder));
	return isOwn && !skippedFiles.has(name) && findLanguageOfPath(path) !== undefined;
}

/** The models that the code of a file uses; what stands in comments and prose is not used. */
export function findUses(path: string, text: string): readonly FoundUse[] {
	const languageId = findLanguageOfPath(path);
	if (languageId === undefined || text.includes("\0") || !mayHoldId(text)) {
		return [];
	}
	return findModelIds(text, languageId, { isCodeOnly: true }).map(
		({ line, column, start, end, id, revision, callSite }) => ({
			path,
			line,
			column,
			start,
			end,
			id,
			callSite,
			...(revision === undefined ? {} : { revision }),
		}),
	);
}

/** A cheap look that most files of a workspace do not pass: words without which no place asks for a model. */
function mayHoldId(text: string): boolean {
	return /model|pretrained|huggingface|hugging_face|\bhf|pipeline|repo|llm|embed|rerank|transformer|checkpoint|tokenizer|ollama|sglang|gguf/i.test(
		text,
	);
}
