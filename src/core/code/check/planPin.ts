import { findModelIds } from "../ids/findModelIds.ts";
import type { ModelIdUse, TextSpan } from "../ids/modelIdUse.ts";

/** A change of a text: what a span is replaced by. */
export interface TextEdit extends TextSpan {
	readonly newText: string;
}

/** A text in which an ID stands. */
export interface IdText {
	readonly text: string;
	/** As for the finder. */
	readonly languageId: string;
	readonly isCell?: boolean;
}

/** Calls that take a revision beside the ID. */
const pythonCalls =
	/^(?:from_pretrained|hf_hub_download|snapshot_download|SentenceTransformer|CrossEncoder|pipeline|LLM|EngineArgs|AsyncEngineArgs|load_checkpoint|model_info)(?:\.|$)/;
const scriptCalls = /^(?:from_pretrained|fromPretrained|pipeline)(?:\.|$)/;

/**
 * How a commit is put beside an ID, as its language and place ask for it; `undefined` where there is no room for one, as where the
 * ID comes to its call by a variable. A plan is only given if the finder then reads the commit beside this very ID.
 */
export function planPin(use: ModelIdUse, where: IdText, commit: string): TextEdit | undefined {
	const edit = listPlans(use, where, commit).find((each) => isRead(each, use, where, commit));
	return edit;
}

function listPlans(use: ModelIdUse, { text, languageId }: IdText, commit: string): readonly TextEdit[] {
	if (use.revisionSpan !== undefined) {
		return [{ ...use.revisionSpan, newText: commit }];
	}
	const insert = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText });
	const quote = text[use.end] ?? "";
	const isQuoted = /["'`]/.test(quote);
	const end = isQuoted ? use.end + 1 : use.end;
	if (use.callSite === "hf://") {
		return [insert(use.end, `@${commit}`)];
	}
	const plans: TextEdit[] = [];
	const isScript = isInScript(text, use.start, languageId);
	if (isQuoted && !isScript && pythonCalls.test(use.callSite)) {
		plans.push(insert(end, `, revision=${quote}${commit}${quote}`));
	}
	if (isQuoted && isScript && scriptCalls.test(use.callSite)) {
		const options = /^\s*,\s*\{/.exec(text.slice(end, end + 80));
		plans.push(
			options === null
				? insert(end, `, { revision: ${quote}${commit}${quote} }`)
				: insert(end + options[0].length, ` revision: ${quote}${commit}${quote},`),
		);
	}
	if (/^(?:--|-[a-z]|[a-z][\w-]* )/i.test(use.callSite)) {
		plans.push(insert(end, ` --revision ${commit}`));
	}
	return [...plans, ...listSiblingPlans(use, text, end, commit, languageId)];
}

/** Whether an ID stands in JavaScript or TypeScript; in Markdown, whether its line looks so. */
function isInScript(text: string, at: number, languageId: string): boolean {
	const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
	return (
		/^(?:java|type)script/.test(languageId) || (languageId === "markdown" && /await |const |let /.test(line))
	);
}

/** In data a key of its own, after the ID's and as deep. */
function listSiblingPlans(
	use: ModelIdUse,
	text: string,
	end: number,
	commit: string,
	languageId: string,
): readonly TextEdit[] {
	const lineStart = text.lastIndexOf("\n", use.start) + 1;
	const lineEnd = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
	const head = text.slice(lineStart, use.start);
	const indent = /^\s*(?:- )?/.exec(head)?.[0].replace("-", " ") ?? "";
	const name = findSiblingName(head);
	switch (languageId) {
		case "json":
		case "jsonc":
		case "json5":
			return [
				{ start: end, end, newText: `,${/^\s*["']/.test(head) ? `\n${indent}` : " "}"${name}": "${commit}"` },
			];
		case "toml":
			return [{ start: lineEnd, end: lineEnd, newText: `\n${indent}${name} = "${commit}"` }];
		case "yaml":
		case "dockercompose":
		case "helm":
			return [{ start: lineEnd, end: lineEnd, newText: planYaml(head, indent, name, commit) }];
		default:
			return [];
	}
}

/** A key; in a list of arguments two more of them, or one with `=`. */
function planYaml(head: string, indent: string, name: string, commit: string): string {
	const [, dash, flag] = /^(\s*- )["']?(--[\w-]+=)?["']?$/.exec(head) ?? [];
	if (dash === undefined) {
		return `\n${indent}${name}: ${commit}`;
	}
	return flag === undefined ? `\n${dash}--revision\n${dash}${commit}` : `\n${dash}--revision=${commit}`;
}

/** `model_revision` beside `model_name_or_path`, `revision` beside other names. */
function findSiblingName(head: string): string {
	return /model_name_or_path/.test(head) ? "model_revision" : "revision";
}

function isRead(
	edit: TextEdit,
	use: ModelIdUse,
	{ text, languageId, isCell }: IdText,
	commit: string,
): boolean {
	const edited = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
	const shift = edit.start < use.start ? edit.newText.length - (edit.end - edit.start) : 0;
	return findModelIds(edited, languageId, { isCell: isCell === true }).some(
		({ id, start, revision }) => id === use.id && start === use.start + shift && revision === commit,
	);
}
