import type { WeightFormat } from "../model/artifact.ts";
import { findSyntax, type LanguageSyntax } from "./languageSyntax.ts";
import loadCalls from "./loadCalls.json" with { type: "json" };
import { isLoadedAsListed, nameLoadedTask } from "./modelData.ts";
import { type ScanResult, scanCode } from "./scanCode.ts";

/** Where an ID goes and which one. Of a notebook, the cell is the document. */
export interface InsertionRequest {
	/** VS Code's language id. */
	readonly languageId: string;
	/**
	 * The document's text up to the cursor, or to the beginning of the selection, which is replaced: at least
	 * the line's, and for strings of several lines as much as there is.
	 */
	readonly before: string;
	/** The text from the cursor, or from the end of the selection, to the end of the line. */
	readonly after: string;
	readonly repoId: string;
	/** `auto`: the ID or, on an empty line between statements, the call that loads it. `id`: the ID alone. */
	readonly kind: "auto" | "id";
	readonly task?: string | undefined;
	readonly library?: string | undefined;
	readonly formats?: readonly WeightFormat[] | undefined;
}

/** What to insert. */
export interface Insertion {
	readonly text: string;
	readonly form: "bare" | "quoted" | "call";
}

interface LoadCall {
	readonly library: string;
	readonly tasks?: readonly string[];
	readonly code: string;
}

const calls: Readonly<Record<"python" | "javascript", readonly LoadCall[]>> = loadCalls;

/** The end of a text that wants a JSON value: a key in quotes, which may be escaped, and its colon. */
const jsonKeyEnd = /(\\*")[\w.$-]+\1\s*:\s*$/;

/** A line of a Dockerfile in which the cursor is in an instruction's array form, outside its strings. */
const dockerArray = /^\s*[A-Z]+\s[^[]*\[(?:[^"\]]|"(?:\\.|[^"\\])*")*$/i;

/** Plain scalars that YAML does not read as text. */
const yamlNotText = /^(?:true|false|yes|no|on|off|null|y|n|[\d_.]+(?:e\d+)?|0[xo][\da-f]+)$/i;

/** A line that goes on in the next one. */
const openEnd = /(?:[=+\-*/%&|?<,.\\:]|\breturn|\bawait)\s*$/;

/** What stands before the brace of an object rather than of a block. */
const objectStart = /(?:(?:^|[^=])=|[([,:?&|{]|\breturn)\s*$/;

/**
 * What to insert for a model at a place: the bare ID in strings, comments and text; in code quoted, or as a
 * call.
 */
export function planInsertion(request: InsertionRequest): Insertion {
	const { languageId, before, repoId } = request;
	const line = before.slice(before.lastIndexOf("\n") + 1);
	if (languageId === "yaml" || languageId === "dockercompose" || languageId === "helm") {
		return planYaml(line, repoId);
	}
	const syntax = findSyntax(languageId);
	const scan = scanCode(before, syntax);
	if (languageId === "dockerfile" && dockerArray.test(line)) {
		return quote(repoId, '"');
	}
	if (scan.place !== "code" || syntax.plainId === "bare") {
		return planText(scan.place === "string" ? scan.stringText : line, repoId);
	}
	const mark = chooseQuote(scan, syntax);
	const loaded = { ...request, task: nameLoadedTask(request.task, [repoId]) };
	const call =
		request.kind === "auto" && isEmptyStatement(request, line, scan) ? findCall(loaded, syntax) : undefined;
	return call === undefined ? quote(repoId, mark) : { text: fillCall(call, loaded, mark), form: "call" };
}

function planText(textBefore: string, repoId: string): Insertion {
	const mark = jsonKeyEnd.exec(textBefore)?.[1];
	return mark === undefined ? { text: repoId, form: "bare" } : quote(repoId, mark);
}

function planYaml(line: string, repoId: string): Insertion {
	const space = /(?:^|[^\s:]):$|^\s*-$/.test(line) && !line.includes("#") ? " " : "";
	const isInText = (line.match(/["']/g)?.length ?? 0) % 2 === 1;
	if (isInText || !yamlNotText.test(repoId)) {
		const planned = planText(line, repoId);
		return { ...planned, text: isInText ? planned.text : space + planned.text };
	}
	return { text: `${space}"${repoId}"`, form: "quoted" };
}

function quote(repoId: string, mark: string): Insertion {
	return { text: `${mark}${repoId}${mark}`, form: "quoted" };
}

function chooseQuote(scan: ScanResult, syntax: LanguageSyntax): string {
	if (scan.enclosingDelimiter?.startsWith('"') === true) {
		return "'";
	}
	if (scan.enclosingDelimiter?.startsWith("'") === true) {
		return '"';
	}
	return syntax.isQuoteFree === true && scan.singleQuotes > scan.doubleQuotes ? "'" : '"';
}

function isEmptyStatement(request: InsertionRequest, line: string, scan: ScanResult): boolean {
	if (line.trim() !== "" || request.after.trim() !== "" || scan.enclosingDelimiter !== undefined) {
		return false;
	}
	const lastLine = request.before
		.split("\n")
		.filter((each) => !/^\s*(?:#|\/\/|$)/.test(each))
		.at(-1);
	const isBlockStart = request.languageId === "python" && lastLine?.trimEnd().endsWith(":") === true;
	return opensBlock(request, scan.openBracketAt) && (isBlockStart || !openEnd.test(lastLine ?? ""));
}

/** Whether statements stand in the innermost bracket: in a brace that is neither an object's nor Python's. */
function opensBlock(request: InsertionRequest, openBracketAt: number | undefined): boolean {
	if (openBracketAt === undefined) {
		return true;
	}
	return (
		request.languageId !== "python" &&
		request.before[openBracketAt] === "{" &&
		!objectStart.test(request.before.slice(Math.max(0, openBracketAt - 20), openBracketAt))
	);
}

function findCall(request: InsertionRequest, syntax: LanguageSyntax): LoadCall | undefined {
	const { library, formats = [] } = request;
	return syntax.calls === undefined || !isLoadedAsListed({ ...(library && { library }), formats })
		? undefined
		: calls[syntax.calls].find(
				(call) =>
					call.library === library &&
					(call.tasks === undefined || (request.task !== undefined && call.tasks.includes(request.task))),
			);
}

function fillCall(call: LoadCall, request: InsertionRequest, mark: string): string {
	return call.code
		.replaceAll("{quote}", mark)
		.replaceAll("{task}", request.task ?? "")
		.replaceAll("{name}", request.repoId)
		.replaceAll("{id}", `${mark}${request.repoId}${mark}`);
}
