import type { SpannedText } from "../candidates/candidate.ts";

/** A scalar of a YAML file with its surroundings. */
export interface YamlScalar extends SpannedText {
	/** Keys above it, nearest first; of a list of arguments the flag before it, of an environment variable its name. */
	readonly names: readonly string[];
	/** Elements before it in the same list, nearest first, at most two. */
	readonly before: readonly string[];
	readonly beside: (names: readonly string[]) => SpannedText | undefined;
}

interface Level {
	readonly indent: number;
	readonly key: string | undefined;
	readonly named: Map<string, SpannedText>;
	/** Values of flags and variables that are listed, for all elements of the list. */
	readonly listed: Map<string, SpannedText>;
	last?: string | undefined;
	beforeLast?: string | undefined;
}

const keyAt = /^(?:"([^"]*)"|'([^']*)'|([^\s#:'"[{][^:#]*?|[^\s#:'"[{]))\s*:(?=\s|$)/;
const blockMark = /^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

/** Reads YAML line by line, whatever the text is: keys by their indentation, lists, texts of several lines, flow style. */
export function readYaml(text: string): { scalars: readonly YamlScalar[]; comments: readonly SpannedText[] } {
	const scalars: YamlScalar[] = [];
	const comments: SpannedText[] = [];
	const levels: Level[] = [{ indent: -1, key: undefined, named: new Map(), listed: new Map() }];
	let at = 0;
	while (at < text.length) {
		const end = lineEnd(at);
		at = readLine(at, end);
	}
	return { scalars, comments };

	function lineEnd(from: number): number {
		const end = text.indexOf("\n", from);
		return end === -1 ? text.length : end;
	}

	/** Reads a line, and what belongs to it of the next; tells where to go on. */
	function readLine(start: number, end: number): number {
		const line = text.slice(start, end);
		let indent = line.length - line.trimStart().length;
		let rest = line.trim();
		if (rest === "" || rest === "---" || rest === "...") {
			return end + 1;
		}
		if (rest.startsWith("#")) {
			comments.push({ value: line.slice(indent + 1), start: start + indent + 1, end });
			return end + 1;
		}
		let isItem = false;
		while (/^-(?:\s|$)/.test(rest)) {
			closeLevels(indent, true);
			openItem(indent);
			isItem = true;
			const inner = rest.slice(1).trimStart();
			indent += rest.length - inner.length;
			rest = inner;
		}
		const key = keyAt.exec(rest);
		if (key === null) {
			return readValue(start + indent, end, rest, isItem ? undefined : "text", indent);
		}
		closeLevels(indent, false);
		const name = key[1] ?? key[2] ?? key[3] ?? "";
		levels.push({ indent, key: name, named: new Map(), listed: new Map() });
		const value = rest.slice(key[0].length).trimStart();
		return readValue(start + indent + rest.length - value.length, end, value, name, indent);
	}

	function openItem(indent: number): void {
		const list = levels.at(-1);
		if (list?.key !== undefined || list?.indent !== indent) {
			levels.push({ indent, key: undefined, named: new Map(), listed: new Map() });
		}
	}

	/** Closes what is indented as deep as a line, so that it stands in what is above it. */
	function closeLevels(indent: number, isItem: boolean): void {
		while (levels.length > 1) {
			const level = levels.at(-1);
			if (level === undefined || level.indent < indent) {
				return;
			}
			// A list may stand as deep as its key, and its items one after the other.
			if (isItem && level.indent === indent) {
				if (level.key !== undefined) {
					return;
				}
				levels[levels.length - 1] = { ...level, named: new Map() };
				return;
			}
			levels.pop();
		}
	}

	function readValue(
		from: number,
		end: number,
		raw: string,
		key: string | undefined,
		indent: number,
	): number {
		if (raw === "" || raw.startsWith("#")) {
			return end + 1;
		}
		if (blockMark.test(raw)) {
			return readBlock(end + 1, indent);
		}
		const tagged = /^(?:[!&][\w!:.-]*\s+)+/.exec(raw)?.[0] ?? "";
		const value = raw.slice(tagged.length);
		const valueAt = from + tagged.length;
		if (value.startsWith("[") || value.startsWith("{")) {
			const close = findFlowEnd(valueAt);
			readFlow(valueAt, close, key);
			return lineEnd(close) + 1;
		}
		addScalar(trimScalar(value, valueAt), key);
		return end + 1;
	}

	function readBlock(from: number, indent: number): number {
		let at = from;
		while (at < text.length) {
			const end = lineEnd(at);
			const line = text.slice(at, end);
			if (line.trim() !== "" && line.length - line.trimStart().length <= indent) {
				break;
			}
			at = end + 1;
		}
		const end = Math.min(at, text.length);
		const value = text.slice(from, end);
		// A text of one word ends before its line does.
		const word = value.trim();
		const start = /\s/.test(word) ? from : from + value.indexOf(word);
		push({ value: /\s/.test(word) ? value : word, start, end }, undefined);
		return at;
	}

	function findFlowEnd(from: number): number {
		let depth = 0;
		let quote: string | undefined;
		const limit = Math.min(text.length, from + 20_000);
		for (let i = from; i < limit; i++) {
			const each = text[i] ?? "";
			if (quote !== undefined) {
				quote = each === quote ? undefined : quote;
			} else if (each === '"' || (each === "'" && /[\s,[{:]/.test(text[i - 1] ?? " "))) {
				quote = each;
			} else if (each === "[" || each === "{") {
				depth += 1;
			} else if (each === "]" || each === "}") {
				depth -= 1;
				if (depth === 0) {
					return i;
				}
			}
		}
		return lineEnd(from);
	}

	function readFlow(from: number, end: number, key: string | undefined): void {
		const parts = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,[\]{}"'][^,[\]{}\n]*|[,[\]{}]/g;
		parts.lastIndex = from;
		const level: Level = {
			indent: Number.MAX_SAFE_INTEGER,
			key: undefined,
			named: new Map(),
			listed: new Map(),
		};
		levels.push(level);
		let name = key;
		for (let match = parts.exec(text); match !== null && match.index <= end; match = parts.exec(text)) {
			const [part] = match;
			if (/^[[\]{},]$/.test(part)) {
				name = part === "," ? undefined : name;
				continue;
			}
			const isKey =
				/^["']/.test(part) &&
				/^\s*:/.test(text.slice(match.index + part.length, match.index + part.length + 5));
			const pair = isKey ? null : keyAt.exec(part);
			if (isKey) {
				name = part.slice(1, -1);
				parts.lastIndex = text.indexOf(":", match.index + part.length) + 1;
			} else if (pair !== null) {
				name = pair[3] ?? "";
				const value = part.slice(pair[0].length).trimStart();
				if (value !== "") {
					addScalar(trimScalar(value, match.index + part.length - value.length), name, level);
				}
			} else {
				addScalar(trimScalar(part, match.index), name === key ? undefined : name, level);
			}
		}
		levels.pop();
	}

	function addScalar(scalar: SpannedText, key: string | undefined, flow?: Level): void {
		if (scalar.value === "") {
			return;
		}
		const holder = flow ?? (key === undefined ? levels.at(-1) : levels.at(-2));
		if (key !== undefined && key !== "text") {
			holder?.named.set(key, scalar);
		}
		push(scalar, flow === undefined ? undefined : key, holder);
		if (key === undefined && holder !== undefined) {
			holder.beforeLast = holder.last;
			holder.last = scalar.value;
		}
	}

	function push(
		scalar: SpannedText,
		flowKey: string | undefined,
		holder: Level | undefined = levels.at(-1),
	): void {
		const names = levels
			.map(({ key }) => key)
			.filter((each) => each !== undefined)
			.reverse();
		if (flowKey !== undefined) {
			names.unshift(flowKey);
		}
		const variable =
			names[0] === "value" || names[0] === "default" ? holder?.named.get("name")?.value : undefined;
		const last = holder?.last;
		if (variable !== undefined) {
			names.unshift(variable);
			holder?.listed.set(variable, scalar);
		} else if (last !== undefined && /^--?[A-Za-z][\w.-]*$/.test(last)) {
			names.unshift(last.replace(/^-+/, ""));
			holder?.listed.set(last.replace(/^-+/, ""), scalar);
		}
		scalars.push({
			...scalar,
			names,
			before: [last, holder?.beforeLast].filter((each) => each !== undefined),
			beside: (wanted) => findNamed(holder, wanted),
		});
	}
}

function findNamed(level: Level | undefined, names: readonly string[]): SpannedText | undefined {
	for (const name of names) {
		const found = level?.named.get(name) ?? level?.listed.get(name);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

/** A scalar without its quotes, and without the comment behind it. */
function trimScalar(raw: string, start: number): SpannedText {
	const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(raw);
	if (quoted?.[2] !== undefined) {
		return { value: quoted[2], start: start + 1, end: start + 1 + quoted[2].length };
	}
	const value = raw.replace(/\s+#.*$/, "").trimEnd();
	return { value, start, end: start + value.length };
}
