import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from "jsonc-parser";
import { isRecord } from "../hardware/readJson.ts";
import type { FileProblem, FileProblemCode } from "./fileProblem.ts";

const mostCharacters = 20_000_000;

/** A JSON file that a person may have written: comments and trailing commas are fine. */
export interface JsonDocument {
	/** `undefined`: it is none, and `problems` say why. */
	readonly value: Readonly<Record<string, unknown>> | undefined;
	readonly problems: readonly FileProblem[];
	/** A problem at the place that the path leads to, or as near to it as the text goes. */
	readonly report: (code: FileProblemCode, path: readonly (string | number)[], text?: string) => FileProblem;
}

/** Reads a JSON file with comments, whose top is an object. Never throws. */
export function readDocument(text: string): JsonDocument {
	const errors: ParseError[] = [];
	const isTooLarge = text.length > mostCharacters;
	const root = isTooLarge ? undefined : parseTree(text, errors, { allowTrailingComma: true });
	const report: JsonDocument["report"] = (code, path, wrong) => {
		const node = findNearest(root, path, code === "unknownKey");
		const start = node?.offset ?? 0;
		return {
			code,
			path,
			...(wrong === undefined ? {} : { text: wrong.slice(0, 100) }),
			start,
			end: start + (node?.length ?? 0),
		};
	};
	const [error] = errors;
	if (isTooLarge || error !== undefined || root === undefined) {
		const code = isTooLarge ? "tooLarge" : "notJson";
		const start = error?.offset ?? 0;
		const problem: FileProblem = { code, path: [], start, end: start + (error?.length ?? 0) };
		return { value: undefined, problems: [problem], report };
	}
	const value: unknown = getNodeValue(root);
	return isRecord(value)
		? { value, problems: [], report }
		: { value: undefined, problems: [report("notAnObject", [])], report };
}

function findNearest(root: Node | undefined, path: readonly (string | number)[], isKey: boolean) {
	for (let length = path.length; root !== undefined && length > 0; length -= 1) {
		const node = findNodeAtLocation(root, path.slice(0, length));
		if (node !== undefined) {
			const key = node.parent?.children?.[0];
			return isKey && node.parent?.type === "property" && key !== undefined ? key : node;
		}
	}
	return path.length === 0 ? undefined : root;
}
