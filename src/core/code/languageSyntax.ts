/** A string literal of a language. */
export interface StringSyntax {
	/** Opens and closes it. */
	readonly delimiter: string;
	readonly isMultiline?: boolean;
	/** A backslash takes away the meaning of the next character, unless this is set. */
	readonly isRaw?: boolean;
	/**
	 * Opens code inside it, closed by `}`. `{` alone counts only after a prefix with `f` or `t`, and `{{` is
	 * text.
	 */
	readonly interpolation?: "${" | "{";
}

/** What must be known of a language to tell strings and comments from code. */
export interface LanguageSyntax {
	/** How an ID stands outside strings and comments: in quotes, or as it is. */
	readonly plainId: "quoted" | "bare";
	readonly lineComment?: string;
	readonly blockComment?: readonly [string, string];
	/** Longer delimiters first. */
	readonly strings: readonly StringSyntax[];
	/** Both kinds of quotes mean the same, and a file's own habit decides. */
	readonly isQuoteFree?: boolean;
	/** `'a'` is a character, and a lone `'` no string. */
	readonly hasCharacters?: boolean;
	/** A statement may begin on a line of its own; the key of its loading calls. */
	readonly calls?: "python" | "javascript";
}

const double: StringSyntax = { delimiter: '"' };
const single: StringSyntax = { delimiter: "'" };
const tripleDouble: StringSyntax = { delimiter: '"""', isMultiline: true };
const tripleSingle: StringSyntax = { delimiter: "'''", isMultiline: true };

const python: LanguageSyntax = {
	plainId: "quoted",
	lineComment: "#",
	strings: [tripleDouble, tripleSingle, double, single].map((each) => ({ ...each, interpolation: "{" })),
	isQuoteFree: true,
	calls: "python",
};

const javascript: LanguageSyntax = {
	plainId: "quoted",
	lineComment: "//",
	blockComment: ["/*", "*/"],
	strings: [{ delimiter: "`", isMultiline: true, interpolation: "${" }, double, single],
	isQuoteFree: true,
	calls: "javascript",
};

const cLike: LanguageSyntax = {
	plainId: "quoted",
	lineComment: "//",
	blockComment: ["/*", "*/"],
	strings: [tripleDouble, double],
	hasCharacters: true,
};

const hashScript: LanguageSyntax = {
	plainId: "quoted",
	lineComment: "#",
	strings: [tripleDouble, double, single],
};

const json: LanguageSyntax = { plainId: "quoted", strings: [double] };

const bare: LanguageSyntax = { plainId: "bare", strings: [] };

const byLanguageId: ReadonlyMap<string, LanguageSyntax> = new Map([
	["python", python],
	["javascript", javascript],
	["javascriptreact", javascript],
	["typescript", javascript],
	["typescriptreact", javascript],
	["json", json],
	["jsonl", json],
	["jsonc", { ...json, lineComment: "//", blockComment: ["/*", "*/"] }],
	["json5", { ...json, lineComment: "//", blockComment: ["/*", "*/"], strings: [double, single] }],
	[
		"toml",
		{
			...hashScript,
			strings: [tripleDouble, { ...tripleSingle, isRaw: true }, double, { ...single, isRaw: true }],
		},
	],
	["go", { ...cLike, strings: [{ delimiter: "`", isMultiline: true, isRaw: true }, double] }],
	["rust", { ...cLike, strings: [{ ...double, isMultiline: true }] }],
	["java", cLike],
	["kotlin", cLike],
	["scala", cLike],
	["swift", cLike],
	["csharp", cLike],
	["c", cLike],
	["cpp", cLike],
	["dart", { ...cLike, strings: [tripleDouble, tripleSingle, double, single], hasCharacters: false }],
	["php", { ...cLike, strings: [double, single], hasCharacters: false }],
	["ruby", hashScript],
	["r", hashScript],
	["julia", { ...hashScript, strings: [tripleDouble, double], hasCharacters: true }],
	["elixir", hashScript],
	["lua", { ...hashScript, lineComment: "--" }],
]);

/** The syntax of a VS Code language id; of an unknown one: text, in which an ID stands as it is. */
export function findSyntax(languageId: string): LanguageSyntax {
	return byLanguageId.get(languageId) ?? bare;
}
