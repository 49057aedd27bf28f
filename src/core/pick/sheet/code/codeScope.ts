import type { CodeText } from "./codeText.ts";

/** A part of a file by offsets; `end` is the first that is not in it. */
export interface CodeScope {
	readonly start: number;
	readonly end: number;
}

const opens =
	/^\s*(?:(?:export|default|public|private|protected|static|async|pub|override|internal)\s+)*(?:def|class|function\*?|func|fn|fun)\b|^\s*(?:export\s+)?(?:const|let|var)\s+\w+\s*(?::[^=]+)?=\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*(?::[^=]+)?=>|\w+\s*=>)|^\s*(?:(?:public|private|protected|static|async)\s+)*\w+\s*\([^()]*\)\s*(?::\s*[\w<>[\]| ]+)?\s*\{\s*$/;

/** The functions of a file, outermost first where one is in another; told by how far lines are indented. */
export function findScopes({ code }: CodeText): readonly CodeScope[] {
	const lines = code.split("\n");
	const scopes: CodeScope[] = [];
	let at = 0;
	const starts = lines.map((line) => {
		const start = at;
		at += line.length + 1;
		return start;
	});
	for (const [index, line] of lines.entries()) {
		if (!opens.test(line)) {
			continue;
		}
		const own = indentOf(line);
		let first = index;
		while (first > 0 && /^\s*@/.test(lines[first - 1] ?? "")) {
			first -= 1;
		}
		let next = index + 1;
		while (
			next < lines.length &&
			(isBlank(lines[next]) || indentOf(lines[next] ?? "") > own || /^\s*[)\]}]/.test(lines[next] ?? ""))
		) {
			next += 1;
		}
		scopes.push({ start: starts[first] ?? 0, end: starts[next] ?? code.length });
	}
	return scopes;
}

/** The innermost function around a place; `undefined` outside of all. */
export function scopeAt(scopes: readonly CodeScope[], at: number): CodeScope | undefined {
	return scopes
		.filter(({ start, end }) => start <= at && at < end)
		.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

const named =
	/^(?:(?:export|default|async|pub|static|const|let|var|def|class|function\*?|func|fn|fun)\s+)*(\w+)\s*(?:[:=({<]|extends\b)/m;

/** What a part of a file uses of the rest, and what that uses: functions, classes and values, by their names. */
export function findUsed(code: string, own: CodeScope): readonly CodeScope[] {
	const heads = [...code.matchAll(/^[^\s#/)\]}]/gm)].map(({ index }) => index);
	let left = heads
		.map((start, i) => ({ start, end: heads[i + 1] ?? code.length }))
		.map((each) => ({ ...each, name: named.exec(code.slice(each.start, each.end))?.[1] ?? "" }))
		.filter(({ start, end, name }) => name !== "" && (end <= own.start || start >= own.end));
	const used: CodeScope[] = [];
	for (let text = code.slice(own.start, own.end); text !== ""; ) {
		const found = left.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text));
		left = left.filter((each) => !found.includes(each));
		used.push(...found);
		text = found.map(({ start, end }) => code.slice(start, end)).join("\n");
	}
	return used;
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

function isBlank(line: string | undefined): boolean {
	return line === undefined || line.trim() === "";
}
