import type { FilePlace } from "../requirement.ts";
import { lineFinder } from "./lines.ts";
import { findLanguage, isProgram, type SourceFile } from "./sourceFile.ts";

/** A value that some file has under a name. */
export interface Setting {
	/** As it is written. */
	readonly name: string;
	/** The name, after those of what holds it; lower case, without `_` and `-`. */
	readonly path: readonly string[];
	/** "" where it is worked out. */
	readonly value: string;
	readonly place: FilePlace;
	/** It holds only where nothing else is said. */
	readonly isDefault: boolean;
	/** Of a program a name for all of it, or for what is within the same function alone; `undefined` in other files. */
	readonly reach: "program" | "function" | undefined;
}

/** Settings by the last of their names. */
export type SettingBook = ReadonlyMap<string, readonly Setting[]>;

/** The settings of several files. */
export interface AllSettings {
	readonly book: SettingBook;
	/** Where defaults stand that an environment replaces, as `file:line`. */
	readonly replaced: ReadonlySet<string>;
}

/** A place in code that asks for a setting. */
export interface SettingReference {
	/** Names, outermost first, as they are written. */
	readonly names: readonly string[];
	/** It asks the environment. */
	readonly isEnvironment: boolean;
	/** What holds where the setting is not there. */
	readonly fallback: string | undefined;
}

const text = `(?:"[^"\\n]*"|'[^'\\n]*'|\\d[\\d_]*)`;
const sum = /^\d[\d_]*(?:\.\d+|\s*(?:\*|<<)\s*\d+)?$/;
const key = `["']([\\w.-]+)["']`;
const segment = `\\??\\.\\w+(?!\\w|\\s*\\()|\\[\\s*["'][\\w.-]+["']\\s*\\]|\\.get\\(\\s*["'][\\w.-]+["']\\s*(?:,\\s*${text}\\s*)?\\)`;
/** An environment's variable, or names in one another: `settings.llm["max_tokens"]`. */
export const referencePattern = `(?:\\b(?:os\\.)?(?:getenv|environ(?:\\.get)?)\\s*[([]\\s*${key}\\s*(?:,\\s*(${text})\\s*)?[)\\]]|\\b(?:env|config)(?:\\.\\w+)?\\(\\s*${key}\\s*(?:,\\s*(?:default\\s*=\\s*)?(${text}))?[^()\\n]*\\)|\\b(?:process|import\\.meta|Deno)\\.env(?:\\.(\\w+)|\\[\\s*${key}\\s*\\])!?|(?<![\\w.$"'-])([A-Za-z_$][\\w$]*(?:\\(\\))?(?:${segment})*))(?:\\s*(?:\\?\\?|\\|\\||\\bor\\b)\\s*(${text}))?`;
const wholeReference = new RegExp(`^${referencePattern}$`);
const entry =
	/^([ \t]*)(- +)?(?:(?:export|const|let|var|readonly|static|public|private|final|val|ENV|ARG) +)*["']?([A-Za-z_][\w.-]*)["']?(?:[ \t]*:[ \t]*[A-Za-z_][\w.[\], |]*?(?=[ \t]*=))?[ \t]*(\?=|:=|=(?!=)|:(?![/=]))[ \t]*(.*)$/gm;
const section = /^\[+\s*([\w.-]+)\s*\]+\s*$/;
const option =
	/\badd_argument\([^()]*?["']--([\w-]+)["'][^()]*?\bdefault\s*=\s*("[^"\n]*"|'[^'\n]*'|\d[\d_]*)/g;
const wrapped = /^(?:int|float|str|bool|Number|parseInt|String)\(\s*(.*?)\s*(?:,\s*10)?\)$/;
const isSettings = /settings|conf(?:ig)?$|config|cfg|const|param|option|opts|args|env|defaults?$/i;

/** A reference, as `referencePattern` catches it. */
export function readReference(
	groups: readonly (string | undefined)[],
	holders: ReadonlySet<string | undefined> = new Set(),
): SettingReference | undefined {
	const [env, envElse, decoupled, decoupledElse, dotted, bracketed, chain, orElse] = groups;
	const variable = env ?? decoupled ?? dotted ?? bracketed;
	if (variable !== undefined) {
		return { names: [variable], isEnvironment: true, fallback: envElse ?? decoupledElse ?? orElse };
	}
	if (chain === undefined) {
		return undefined;
	}
	const [, inner] = /\.get\(\s*["'][\w.-]+["']\s*,\s*(.*?)\s*\)$/.exec(chain) ?? [];
	const written = chain.replace(/,[^()]*\)$/, ")").match(/[\w$-]+/g) ?? [];
	const names = written.filter((name) => name !== "get");
	const isHolder = names.length > 1 && holders.has(names[0]);
	return {
		names: isHolder ? ["settings", ...names.slice(1)] : names,
		isEnvironment: false,
		fallback: inner ?? orElse,
	};
}

/** What is known of a setting that is asked for: the one value that its names have; `undefined` where there is none, or several. */
export function findSetting(
	{ names, isEnvironment }: SettingReference,
	books: readonly SettingBook[],
): Setting | undefined {
	const last = names.at(-1) ?? "";
	const isConstant = /^[A-Z][A-Z\d_]{2,}$/.test(last);
	const holder = names.map((name, i) => i < names.length - 1 && isSettings.test(name)).lastIndexOf(true);
	if (!isEnvironment && names.length > 1 && holder === -1 && !isConstant) {
		return undefined;
	}
	const wanted = (holder === -1 ? [last] : names.slice(holder + 1)).map(toKey);
	for (const [index, book] of books.entries()) {
		const fitting = (book.get(toKey(last)) ?? []).filter(({ name, path, reach }) =>
			isEnvironment
				? name === last
				: wanted.every((each, i) => path.at(i - wanted.length) === each) &&
					(names.length > 1 || (reach !== undefined && path.length === 1 && (index === 0 || isConstant))),
		);
		const said = fitting.filter(({ isDefault }) => !isDefault);
		const [first] = said.length > 0 ? said : fitting;
		const isSure =
			first !== undefined &&
			first.value !== "" &&
			(/(?:^|\/)\.env[^/]*$/.test(first.place.file) ||
				(said.length > 0 ? said : fitting).every(({ value }) => value === first.value));
		// A name of the file itself hides those of others.
		if (isSure || (first !== undefined && index === 0 && names.length === 1 && !isEnvironment)) {
			return isSure ? first : undefined;
		}
	}
	return undefined;
}

/** The values that a file gives names, of programs its constants, fields and options. `place` tells where an offset stands. */
export function listSettings(
	code: string,
	ofProgram: boolean,
	place: (at: number) => FilePlace,
	books: readonly SettingBook[],
): SettingBook {
	const found = new Map<string, Setting[]>();
	const add = (
		path: readonly string[],
		value: string,
		at: number,
		isDefault: boolean,
		reach?: Setting["reach"],
	) => {
		const shellDefault = ofProgram ? undefined : /^["']?\$\{\w+:?-([^}$]*)\}["']?$/.exec(value)?.[1];
		const literal = shellDefault ?? readLiteral(value, ofProgram);
		const last = toKey(path.at(-1) ?? "");
		const reference = literal === undefined && ofProgram ? wholeReference.exec(value)?.slice(1) : undefined;
		const asked = reference && readReference(reference);
		const known = asked && findSetting(asked, books);
		const fallback = asked?.fallback === undefined ? undefined : readLiteral(asked.fallback, true);
		const own = literal ?? known?.value ?? fallback ?? "";
		if (last !== "" && (ofProgram || own !== "")) {
			const list = found.get(last) ?? [];
			found.set(last, list);
			list.push({
				name: path.at(-1) ?? "",
				path: path.map(toKey),
				value: own,
				place: known?.place ?? place(at),
				isDefault: known?.isDefault ?? (isDefault || literal === undefined || shellDefault !== undefined),
				reach,
			});
		}
	};
	const holders: { readonly indent: number; readonly name: string }[] = [];
	let base: readonly string[] = [];
	let sibling: { readonly indent: number; readonly value: string } | undefined;
	for (const line of code.matchAll(/^[^\n]+$/gm)) {
		const [head] = section.exec(line[0])?.slice(1) ?? [];
		if (head !== undefined && !ofProgram) {
			base = head.split(".");
			holders.length = 0;
			continue;
		}
		entry.lastIndex = 0;
		const match = entry.exec(line[0]);
		if (match === null) {
			continue;
		}
		const [, space = "", dash = "", name = "", sign = "", rest = ""] = match;
		const indent = space.length + dash.length;
		while ((holders.at(-1)?.indent ?? -1) >= indent) {
			holders.pop();
		}
		const at = line.index + line[0].length - rest.length;
		const value = rest
			.replace(/[ \t]+(?:#|\/\/).*$|^(?:#|\/\/).*$/, "")
			.trim()
			.replace(/[,;]$/, "");
		if (value === "" || /^[{[(]$/.test(value)) {
			holders.push({ indent, name });
			continue;
		}
		// `name=value,` is what a call is given.
		const isGiven = ofProgram && sign === "=" && /,\s*$/.test(rest) && !/:[^=]*=/.test(line[0]);
		const isField = /^\s*\w+\s*:\s*[^={]+=/.test(line[0]) && indent > 0;
		const [, unwrapped = value] = wrapped.exec(value) ?? [];
		const [, field] =
			/^(?:Field|typer\.Option|Option|Query)\(\s*(?:default\s*=\s*)?([^,()]+)/.exec(unwrapped) ?? [];
		const outer = [...base, ...holders.map(({ name: each }) => each)];
		// What is no name of its own is found only in what holds it.
		const isHeld = isField || (ofProgram && sign === ":" && outer.length === 0);
		const reach = !ofProgram
			? undefined
			: indent > 0 && outer.length === 0 && !isHeld
				? "function"
				: "program";
		if (!isGiven) {
			const isDefault = ofProgram && (isField || field !== undefined);
			add(isHeld ? ["", name] : [...outer, name], field ?? unwrapped, at, isDefault, reach);
		}
		// Kubernetes gives variables so.
		if (!ofProgram && name === "value" && sibling !== undefined && sibling.indent === indent) {
			add([sibling.value], value, at, false);
		}
		sibling = name === "name" ? { indent, value } : name === "value" ? undefined : sibling;
	}
	for (const match of ofProgram ? code.matchAll(option) : []) {
		const [all, name = "", value = ""] = match;
		add(["args", name], value, match.index + all.lastIndexOf(value), true, "program");
	}
	return found;
}

/** What all files give names: environments first, then other data, then programs, which may ask for those. */
export function collectSettings(files: readonly SourceFile[]): AllSettings {
	const book = new Map<string, Setting[]>();
	const variables: Setting[] = [];
	const replaced = new Set<string>();
	const rank = ({ path }: SourceFile, languageId: string | undefined) =>
		/(?:^|\/)\.env[^/]*$/.test(path) ? 0 : isProgram(languageId) ? 2 : 1;
	const all = files
		.map((file) => ({ file, languageId: findLanguage(file) }))
		.filter(
			({ file: { path, cell }, languageId }) =>
				languageId !== "ipynb" && cell === undefined && !/(?:^|\/)package\.json$/.test(path),
		)
		.map((each) => ({ ...each, stage: rank(each.file, each.languageId) }))
		.sort((a, b) => a.stage - b.stage);
	for (const { file, stage } of all) {
		const lineOf = lineFinder(file.text);
		const place = (at: number): FilePlace => ({ file: file.path, line: lineOf(at) });
		const isByEnvironment = /\bBaseSettings\b/.test(file.text);
		for (const [name, list] of listSettings(file.text, stage === 2, place, [book])) {
			const others = list.filter(({ value, reach }) => value !== "" && reach !== "function");
			const fromOutside = others.flatMap((each) => {
				const given = each.isDefault && isByEnvironment ? findVariable(each, variables) : undefined;
				if (given !== undefined) {
					replaced.add(`${each.place.file}:${each.place.line}`);
				}
				return given === undefined ? [] : [{ ...given, path: each.path }];
			});
			const all = book.get(name) ?? [];
			book.set(name, all);
			for (const each of [...others, ...fromOutside]) {
				all.push(each);
			}
			for (const each of others) {
				if (each.reach === undefined && /^[A-Z][A-Z\d_]+$/.test(each.name)) {
					variables.push(each);
				}
			}
		}
	}
	return { book, replaced };
}

/** The variable that gives a field its value: of its name, or of its name after a prefix. */
function findVariable({ name }: Setting, variables: readonly Setting[]): Setting | undefined {
	const upper = name.toUpperCase();
	return (
		variables.find((each) => each.name === upper) ?? variables.find((each) => each.name.endsWith(`_${upper}`))
	);
}

function toKey(name: string): string {
	return name.toLowerCase().replaceAll(/[_-]/g, "");
}

function readLiteral(written: string, ofProgram: boolean): string | undefined {
	const value = written.trim();
	const quoted = /^(["'`])([^"'`\n\\$]*)\1$/.exec(value)?.[2];
	const isBare = sum.test(value) || (!ofProgram && /^[^\s"'{}[\]$&*|>]+$/.test(value));
	return quoted ?? (isBare ? value : undefined);
}
