import { findLanguage, type SourceFile } from "./sourceFile.ts";

/**
 * The services of a compose file, or the documents of a file of several, as a file each in which the others are empty lines:
 * each has a machine and a model of its own. Any other file as it is.
 */
export function splitManifest(file: SourceFile): readonly SourceFile[] {
	if (findLanguage(file) !== "yaml") {
		return [file];
	}
	const lines = file.text.split("\n");
	const starts = findDocuments(lines) ?? findServices(lines);
	if (starts === undefined || starts.length < 3 || starts.length > mostParts) {
		return [file];
	}
	const [first = 0] = starts;
	const last = starts.at(-1) ?? lines.length;
	return starts.slice(0, -1).map((start, i) => {
		const end = starts[i + 1] ?? lines.length;
		const isOwn = (at: number) => at < first || at >= last || (at >= start && at < end);
		return { ...file, text: lines.map((line, at) => (isOwn(at) ? line : "")).join("\n") };
	});
}

/** More than that are no services that somebody wrote. */
const mostParts = 30;

/** The lines at which documents begin, and where the last ends. */
function findDocuments(lines: readonly string[]): readonly number[] | undefined {
	const marks = lines.flatMap((line, at) => (/^---\s*$/.test(line) && at > 0 ? [at] : []));
	return marks.length === 0 || !lines.some((line) => /^kind:/.test(line))
		? undefined
		: [0, ...marks, lines.length];
}

/** The lines at which services begin, and where the last ends. */
function findServices(lines: readonly string[]): readonly number[] | undefined {
	const from = lines.findIndex((line) => /^services:\s*(?:#.*)?$/.test(line));
	if (from === -1) {
		return undefined;
	}
	const after = lines.findIndex((line, at) => at > from && /^[^\s#]/.test(line));
	const end = after === -1 ? lines.length : after;
	const first = lines.findIndex((line, at) => at > from && /^\s+[^\s#]/.test(line));
	const indent = /^\s*/.exec(lines[first] ?? "")?.[0].length ?? 0;
	const isHead = new RegExp(`^\\s{${indent}}["']?[\\w.-]+["']?:\\s*(?:[&{#].*)?$`);
	return [...lines.flatMap((line, at) => (at > from && at < end && isHead.test(line) ? [at] : [])), end];
}
