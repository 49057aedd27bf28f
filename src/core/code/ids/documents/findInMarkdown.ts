import { isOwnedId } from "../candidates/idShape.ts";
import { type FoundId, shiftIds } from "../modelIdUse.ts";
import { findInCode } from "../program/findInCode.ts";
import { findLineEnd } from "../program/lexCode.ts";
import { findInCommands } from "../shell/findInCommands.ts";
import { findInYaml } from "./findInYaml.ts";
import { findHubAddresses } from "./hubAddresses.ts";

/** Finds IDs in a text of a language. */
export type FindInLanguage = (text: string, languageId: string) => readonly FoundId[];

const fenceStart = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})[ \t]*(?:\{?\.?([\w+#-]*))/;
const inlineCode = /(`{1,2})([^`\n]{4,300})\1/g;

/** IDs in Markdown: in code fences by their language, in front matter, in links, and in calls and commands between backticks. */
export function findInMarkdown(text: string, findIn: FindInLanguage): readonly FoundId[] {
	const found: FoundId[] = [];
	const isCode: [number, number][] = [];
	let at = 0;
	const front = /^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0];
	if (front !== undefined) {
		found.push(...findInYaml(front));
		isCode.push([0, front.length]);
		at = front.length;
	}
	while (at < text.length) {
		const end = findLineEnd(text, at);
		const [line, fence, language] = fenceStart.exec(text.slice(at, Math.min(end, at + 120))) ?? [];
		if (fence === undefined || line === undefined) {
			at = end + 1;
			continue;
		}
		const close = findFenceEnd(text, end + 1, fence);
		const code = text.slice(end + 1, close);
		const inFence = findIn(code, findFenceLanguage(language ?? "", code));
		found.push(...shiftIds([...inFence, ...findInList(code, inFence)], end + 1));
		isCode.push([at, close]);
		at = findLineEnd(text, close) + 1;
	}
	const prose = blankOut(text, isCode);
	return [...found, ...findHubAddresses(prose, "prose"), ...findInBackticks(prose)];
}

/** The other lines of a list of IDs, one a line, of which some are known to be models. */
function findInList(code: string, known: readonly FoundId[]): readonly FoundId[] {
	const lines = [...code.matchAll(/^[ \t]*(?:[-*][ \t]+)?([\w.-]+\/[\w.-]+)[ \t]*$/gm)];
	const all = lines.map(({ 0: line, 1: id = "", index }): FoundId => {
		const start = index + line.indexOf(id);
		return { id, start, end: start + id.length, callSite: "name", confidence: "likely", place: "code" };
	});
	const isKnown = (each: FoundId) => known.some(({ start }) => start === each.start);
	return all.filter(isKnown).length * 2 < all.length
		? []
		: all.filter((each) => isOwnedId(each.id) && !isKnown(each));
}

function findFenceEnd(text: string, from: number, fence: string): number {
	let at = from;
	while (at < text.length) {
		const end = findLineEnd(text, at);
		const line = text
			.slice(at, end)
			.replace(/^[ \t>]+/, "")
			.trimEnd();
		if (line.startsWith(fence) && line.replaceAll(fence[0] ?? "`", "") === "") {
			return at;
		}
		at = end + 1;
	}
	return text.length;
}

const fenceLanguages: ReadonlyMap<string, string> = new Map<string, string>(
	Object.entries({
		py: "python",
		python3: "python",
		pycon: "python",
		ipython: "python",
		js: "javascript",
		jsx: "javascript",
		mjs: "javascript",
		ts: "typescript",
		tsx: "typescript",
		bash: "shellscript",
		sh: "shellscript",
		shell: "shellscript",
		zsh: "shellscript",
		console: "shellscript",
		"shell-session": "shellscript",
		terminal: "shellscript",
		cmd: "shellscript",
		powershell: "shellscript",
		dotenv: "shellscript",
		env: "shellscript",
		yml: "yaml",
		docker: "dockerfile",
		jsonl: "json",
		ini: "toml",
		cfg: "toml",
		julia: "javascript",
		rust: "javascript",
		go: "javascript",
		golang: "javascript",
		java: "javascript",
		kotlin: "javascript",
		swift: "javascript",
		csharp: "javascript",
		cs: "javascript",
		cpp: "javascript",
		c: "javascript",
		php: "javascript",
		ruby: "python",
		r: "python",
		elixir: "python",
		http: "javascript",
	}),
);

/** The language of a fence; of one without a name by what it holds. */
function findFenceLanguage(name: string, code: string): string {
	const lower = name.toLowerCase();
	if (lower !== "" && lower !== "text" && lower !== "plaintext") {
		return fenceLanguages.get(lower) ?? lower;
	}
	if (/^\s*[{[]\s*(?:["{[]|$)/.test(code)) {
		return "json";
	}
	return /^\s*(?:from \w[\w.]* import|import \w|>>> |\w+ = ["'[{(])|\w\(.*["']/m.test(code)
		? "python"
		: "shellscript";
}

function findInBackticks(prose: string): readonly FoundId[] {
	const found: FoundId[] = [];
	for (const match of prose.matchAll(inlineCode)) {
		const code = match[2] ?? "";
		const start = match.index + (match[1]?.length ?? 1);
		if (/\w\(.*["']/.test(code) && !/\bpython[\d.]*\s+-c\s/.test(code)) {
			found.push(...shiftIds(findInCode(code, "python", "prose").found.filter(isCertain), start));
		} else if (/\s|=/.test(code)) {
			found.push(
				...shiftIds(
					findInCommands(code, "prose", 1).filter(({ callSite }) => callSite !== "name"),
					start,
				),
			);
		}
	}
	return found;
}

function isCertain(found: FoundId): boolean {
	return found.confidence === "certain";
}

/** The text with some parts of it as spaces. */
function blankOut(text: string, spans: readonly (readonly [number, number])[]): string {
	let result = "";
	let at = 0;
	for (const [start, end] of spans) {
		result += text.slice(at, start) + " ".repeat(end - start);
		at = end;
	}
	return result + text.slice(at);
}
