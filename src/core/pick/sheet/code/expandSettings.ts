import type { FilePlace } from "../requirement.ts";
import { findSetting, readReference, referencePattern, type SettingBook } from "./settings.ts";

/** What stands where a setting was asked for. */
export interface Expanded {
	/** Offsets in the expanded code. */
	readonly start: number;
	readonly end: number;
	/** How much longer the code is from there on. */
	readonly growth: number;
	/** Where the value was given; absent: here. */
	readonly place: FilePlace | undefined;
	readonly isDefault: boolean;
}

const inProgram = new RegExp(
	`((?:int|float|str|Number|parseInt|String|json\\.dumps)\\(\\s*)?${referencePattern}`,
	"g",
);
/** Names of what is read from a file of settings. */
const holder =
	/^[ \t]*(?:export\s+)?(?:const\s+|let\s+|var\s+)?(\w+)\s*=\s*[^\n]*(?:\b(?:toml\w*|yaml|json|JSON|OmegaConf)\.(?:safe_?)?(?:load|parse|read)|\w\.parse_args\()/gm;
/** Names that a module of settings gives. */
const imported =
	/^[ \t]*from[ \t]+[\w.]*(?:config|conf|settings|constants)\w*[ \t]+import[ \t]+\(?([\w \t,]+)|^[ \t]*import\s*\{([^}]*)\}\s*from\s*["'][^"']*(?:config|settings|constants)/gm;
/** Longer ones are texts. */
const longestValue = 100;
/** `${NAME:-else}`, `$(NAME)`, `$NAME` and what Helm writes. */
const inData =
	/\$\{(\w+)(?::?[-?][^}]*)?\}|\$\((\w+)\)|\$([A-Z_]\w*)|\{\{-?\s*\.Values\.([\w.]+)(?:\s*\|[^{}]*)?\s*-?\}\}/g;

/**
 * Code in which values stand where settings are asked for. `hidden` is the code without comments and texts, as long. Nothing
 * changes its line.
 */
export function expandSettings(
	code: string,
	hidden: string | undefined,
	books: readonly SettingBook[],
): { readonly code: string; readonly expanded: readonly Expanded[] } {
	const expanded: Expanded[] = [];
	let result = "";
	let from = 0;
	const put = (
		start: number,
		end: number,
		value: string,
		place: FilePlace | undefined,
		isDefault: boolean,
	) => {
		result += code.slice(from, start);
		const at = result.length;
		result += value;
		from = end;
		expanded.push({ start: at, end: result.length, growth: result.length - end, place, isDefault });
	};
	const holders = new Set(
		[...(hidden ?? "").matchAll(holder), ...(hidden === undefined ? [] : code.matchAll(imported))].flatMap(
			([, name, ...names]) =>
				[name, ...names].flatMap((each: string | undefined) => each?.match(/\w+/g) ?? []),
		),
	);
	const given = new Map<string, boolean>();
	for (const match of code.matchAll(hidden === undefined ? inData : inProgram)) {
		const [all] = match;
		const end = match.index + all.length;
		if (hidden === undefined) {
			const names = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").split(".");
			const isChart = match[4] !== undefined;
			const found = findSetting(
				{
					names: isChart ? ["values_config", ...names] : names,
					isEnvironment: !isChart,
					fallback: undefined,
				},
				books,
			);
			if (found !== undefined && !/^\d*$/.test(names.join(""))) {
				put(match.index, end, found.value, found.place, found.isDefault);
			}
			continue;
		}
		const [wrap, ...groups] = match.slice(1);
		const start = match.index + (wrap?.length ?? 0);
		const reference = hidden[start] === " " ? undefined : readReference(groups, holders);
		if (reference === undefined || !isValue(code, start, end, reference.isEnvironment)) {
			continue;
		}
		const found = findSetting(reference, books);
		const isBare = reference.names.length === 1 && !reference.isEnvironment;
		if (
			(found ?? reference.fallback) === undefined ||
			(isBare && isGiven(hidden, reference.names[0] ?? "", given))
		) {
			continue;
		}
		const value = found?.value ?? reference.fallback?.replaceAll(/^["']|["']$/g, "");
		if (value === undefined || value.length > longestValue || /["\n\\]/.test(value)) {
			continue;
		}
		const literal = /^\d[\d_.*< ]*$/.test(value) ? value : `"${value}"`;
		const [closing] =
			wrap === undefined ? [] : (/^\s*(?:,\s*10\s*)?\)/.exec(code.slice(end, end + 20)) ?? []);
		put(
			closing === undefined ? start : match.index,
			end + (closing?.length ?? 0),
			literal,
			found?.place,
			found?.isDefault ?? true,
		);
	}
	return { code: result + code.slice(from), expanded };
}

/** Whether a name stands for its value there, and is not given one, called or imported. */
function isValue(code: string, start: number, end: number, isEnvironment: boolean): boolean {
	const line = code.slice(code.lastIndexOf("\n", start - 1) + 1, start);
	return (
		(isEnvironment || !/^\s*(?:=(?!=)|:|\(|\.|\[)/.test(code.slice(end, end + 10))) &&
		!/^\s*(?:from|import|export\s*\{|def|class|function|for|async def)\b/.test(line) &&
		!/\b(?:const|let|var|for|import|as)\s+$/.test(line)
	);
}

/** Whether a name is that of a parameter or of what a loop is at. */
function isGiven(hidden: string, name: string, known: Map<string, boolean>): boolean {
	const isKnown =
		known.get(name) ??
		(/[a-z]/.test(name) &&
			new RegExp(
				`\\b(?:def\\s+\\w+|function\\s*\\w*)\\s*\\([^)]*\\b${name}\\b|\\b${name}\\b[^()\\n]*\\)?\\s*=>|\\bfor\\s[^\\n]*\\b${name}\\s[^\\n]*?\\b(?:in|of)\\b`,
			).test(hidden));
	known.set(name, isKnown);
	return isKnown;
}
