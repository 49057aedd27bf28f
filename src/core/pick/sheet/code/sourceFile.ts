import { findLanguageOfPath } from "../../../code/ids/languageOfPath.ts";

/** A file to read requirements from. */
export interface SourceFile {
	/** As it shall be named, with `/`. */
	readonly path: string;
	readonly text: string;
	/** VS Code's; absent: told by the path. */
	readonly languageId?: string | undefined;
	/** The cell of a notebook that the text is of, from 1 on. */
	readonly cell?: number | undefined;
}

const byEnding: ReadonlyMap<string, string> = new Map<string, string>(
	Object.entries({
		sql: "sql",
		go: "go",
		rs: "rust",
		java: "java",
		kt: "kotlin",
		cs: "csharp",
		swift: "swift",
		php: "php",
		rb: "ruby",
		vue: "vue",
		svelte: "svelte",
		txt: "plaintext",
		cfg: "properties",
		ini: "properties",
		properties: "properties",
		pbtxt: "pbtxt",
		prisma: "prisma",
		tf: "shellscript",
		service: "shellscript",
		tpl: "yaml",
		modelfile: "modelfile",
	}),
);
const programs: ReadonlySet<string> = new Set([
	"python",
	"javascript",
	"javascriptreact",
	"typescript",
	"typescriptreact",
	"java",
	"kotlin",
	"csharp",
	"go",
	"rust",
	"swift",
	"dart",
	"php",
	"cpp",
	"c",
	"vue",
	"svelte",
]);

/** VS Code's id of the language that a file is written in; `undefined` where nothing is known of such files. */
export function findLanguage({ path, languageId }: SourceFile): string | undefined {
	return (
		languageId ??
		findLanguageOfPath(path) ??
		byEnding.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase())
	);
}

/** Whether a language is one of programs, whose texts and comments the lexer knows. */
export function isProgram(languageId: string | undefined): boolean {
	return languageId !== undefined && programs.has(languageId);
}
