import { applyEdits, type FormattingOptions, modify } from "jsonc-parser";
import type { PolicyException } from "./policy.ts";

/** The text of a policy with one more exception, its comments and its formatting kept. An empty text becomes a policy. */
export function addException(source: string, exception: PolicyException): string {
	const text = source.trim() === "" ? "{}\n" : source;
	const formattingOptions: FormattingOptions = {
		insertSpaces: !/^\t/m.test(text) && /^ /m.test(text),
		tabSize: /^( {4})"/m.test(text) ? 4 : 2,
		eol: text.includes("\r\n") ? "\r\n" : "\n",
	};
	const edits = modify(text, ["exceptions", -1], exception, { formattingOptions, isArrayInsertion: true });
	return applyEdits(text, edits);
}
