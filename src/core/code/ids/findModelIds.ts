import { findInMarkdown } from "./documents/findInMarkdown.ts";
import { findInCell, findInNotebook } from "./documents/findInNotebook.ts";
import { findInYaml } from "./documents/findInYaml.ts";
import { findHubAddresses } from "./documents/hubAddresses.ts";
import type { FoundId, ModelIdUse } from "./modelIdUse.ts";
import { findEscapedCalls } from "./program/findEscapedCalls.ts";
import { findInProgram } from "./program/findInProgram.ts";
import { findInDockerfile, findInShell } from "./shell/findInShell.ts";

/** What to find. */
export interface FindOptions {
	/** Leave out what stands in comments, docstrings and prose. */
	readonly isCodeOnly?: boolean;
	/** The text is a notebook's cell, as a document of its own: lines after `!` and `%%bash` are commands. */
	readonly isCell?: boolean;
}

/**
 * The models' IDs in a text, in order, told by call sites and surroundings. `languageId` is VS Code's; `ipynb` is the file of a
 * notebook (its cells, as documents, have their own language). Of other languages only addresses of the Hub are found. Never
 * throws; takes time in proportion to the text.
 */
export function findModelIds(
	text: string,
	languageId: string,
	options: FindOptions = {},
): readonly ModelIdUse[] {
	const found =
		options.isCell === true ? findInCell(text, languageId, findInLanguage) : findInLanguage(text, languageId);
	const sorted = [...found, ...(languageId === "ipynb" ? [] : findEscapedCalls(text))]
		.filter(({ place }) => options.isCodeOnly !== true || place === "code")
		.sort((a, b) => a.start - b.start || rank(b) - rank(a));
	const uses: ModelIdUse[] = [];
	let line = 1;
	let lineStart = 0;
	for (const each of sorted) {
		const previous = uses.at(-1);
		if (previous !== undefined && each.start < previous.end) {
			continue;
		}
		for (let next = text.indexOf("\n", lineStart); next !== -1 && next < each.start; ) {
			line += 1;
			lineStart = next + 1;
			next = text.indexOf("\n", lineStart);
		}
		uses.push({ ...each, line, column: each.start - lineStart + 1 });
	}
	return uses;
}

/** What tells more comes first where the same place was found twice. */
function rank(found: FoundId): number {
	return (found.confidence === "certain" ? 2 : 0) + (found.revision === undefined ? 0 : 1);
}

function findInLanguage(text: string, languageId: string): readonly FoundId[] {
	switch (languageId) {
		case "python":
			return findInProgram(text, "python");
		case "javascript":
		case "javascriptreact":
		case "typescript":
		case "typescriptreact":
			return findInProgram(text, "script");
		case "json":
		case "jsonc":
		case "json5":
			return findInProgram(text, "json");
		case "toml":
			return findInProgram(text, "toml");
		case "yaml":
		case "dockercompose":
		case "helm":
			return findInYaml(text);
		case "shellscript":
		case "dotenv":
		case "properties":
		case "makefile":
			return findInShell(text);
		case "dockerfile":
			return findInDockerfile(text);
		case "markdown":
		case "mdx":
			return findInMarkdown(text, findInLanguage);
		case "ipynb":
			return findInNotebook(text, findInLanguage);
		default:
			return findHubAddresses(text, "code");
	}
}
