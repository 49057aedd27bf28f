import type { SpannedText } from "./candidate.ts";
import { FrameStack, type Place } from "./frameStack.ts";
import { type CodeTokens, tokenKind } from "./lexCode.ts";
import { keywords, readCallee } from "./readCallee.ts";

/** A literal of a program that may be an ID. */
export interface Literal extends SpannedText {
	readonly place: Place;
	readonly isKey: boolean;
}

/** A word that stands for a value: what is done with it, and where. */
export interface ValueWord {
	readonly word: string;
	readonly place: Place;
}

/** What a program says that can be of use in telling IDs from other texts. */
export interface Program {
	readonly literals: readonly Literal[];
	readonly valueWords: readonly ValueWord[];
	/** Parameters of what the program defines, by name; of a class those that it is made with. */
	readonly parameters: ReadonlyMap<string, readonly string[]>;
	/** Texts of more than one word: start, end, start, end… */
	readonly texts: readonly number[];
}

/** How the words and marks of a language are read. */
export interface ProgramRules {
	/** Statements end with their lines, as in Python; else with a line that does not go on. */
	readonly endsAtLine: boolean;
	/** `[a.b]` at the beginning of a line names what follows, as in TOML. */
	readonly hasSections: boolean;
}

const goesOnAfter = "=:(,?|&+[{<>.-";
const goesOnWith = "?:.|&+)";
const longestLiteral = 250;

/** Reads tokens in one pass into what an ID's surroundings are told from. */
export function readProgram(
	text: string,
	tokens: CodeTokens,
	rules: ProgramRules,
	isWanted: (value: string) => boolean,
): Program {
	const { kinds, starts, ends } = tokens;
	const literals: Literal[] = [];
	const valueWords: ValueWord[] = [];
	const parameters = new Map<string, string[]>();
	const texts: number[] = [];
	const stack = new FrameStack();
	let className: string | undefined;
	let functionName: string | undefined;
	let loopNames: readonly string[] = [];

	const markAt = (index: number) => (kinds[index] === tokenKind.mark ? text[starts[index] ?? 0] : undefined);
	const wordAt = (index: number) =>
		kinds[index] === tokenKind.word ? text.slice(starts[index], ends[index]) : undefined;

	for (let i = 0; i < kinds.length; i++) {
		switch (kinds[i]) {
			case tokenKind.newline:
				readNewline(i);
				break;
			case tokenKind.word:
				readWord(i);
				break;
			case tokenKind.mark:
				readMark(i);
				break;
			case tokenKind.number:
				break;
			default:
				readString(i);
		}
	}
	return { literals, valueWords, parameters, texts };

	function readNewline(i: number): void {
		if (rules.endsAtLine) {
			if (stack.top.open === "") {
				stack.top.startArgument();
			}
		} else if (
			(stack.top.open === "" || stack.top.open === "{") &&
			!goesOnAfter.includes(markAt(i - 1) ?? " ") &&
			!goesOnWith.includes(markAt(i + 1) ?? " ")
		) {
			stack.top.startArgument();
		}
	}

	function readWord(i: number): void {
		const word = wordAt(i) ?? "";
		const frame = stack.top;
		const next = markAt(i + 1);
		const nextAt = starts[i + 1] ?? 0;
		if (keywords.has(word)) {
			if (word === "for") {
				loopNames = readLoopNames(i + 1);
			} else if ((word === "in" || word === "of") && loopNames[0] !== undefined) {
				frame.setName(loopNames[0], false);
				loopNames.slice(1).forEach((each) => {
					frame.addTarget(each);
				});
				loopNames = [];
			} else if (word === "in" && wordAt(i - 1) !== undefined) {
				frame.setName(wordAt(i - 1) ?? "", true);
			} else if (word === "return" && functionName !== undefined) {
				frame.setName(functionName, false);
			} else if (word === "class") {
				className = wordAt(i + 1);
			}
			return;
		}
		if (next === "=" && text[nextAt + 1] !== ">") {
			frame.setName(word, text[nextAt + 1] === "=");
			noteParameter(word);
		} else if (next === "!" && text[nextAt + 1] === "=") {
			frame.setName(word, true);
		} else if (
			(next === ":" || (next === "?" && markAt(i + 2) === ":")) &&
			frame.ternaries === 0 &&
			frame.open !== "["
		) {
			frame.annotate(word);
			noteParameter(word);
		} else if (next === "(" || (next === "." && !isContents(i + 2))) {
			return;
		} else if (frame.isDefinition && !frame.isAnnotated) {
			noteParameter(word);
		} else if (frame.hasUse()) {
			addValueWord(word);
		} else if (rules.endsAtLine && next === "," && frame.open === "") {
			frame.addTarget(word);
		}
	}

	function addValueWord(word: string): void {
		const place = stack.place();
		valueWords.push({ word, place });
		for (const name of stack.top.targets) {
			valueWords.push({ word, place: { ...place, name } });
		}
	}

	/** The names between `for` and `in`. */
	function readLoopNames(from: number): readonly string[] {
		const names: string[] = [];
		for (let i = from; i < from + 12 && !/^(?:in|of)$/.test(wordAt(i) ?? ""); i++) {
			const word = wordAt(i);
			if (word !== undefined && !keywords.has(word)) {
				names.push(word);
			}
		}
		return names;
	}

	/** Whether what follows a name's dot gives what it holds. */
	function isContents(i: number): boolean {
		return /^(?:values|items|keys|get|copy|strip|lower)$/.test(wordAt(i) ?? "");
	}

	function noteParameter(word: string): void {
		const frame = stack.top;
		if (frame.isDefinition && (frame.index === 0 || frame.name === word || !frame.isAnnotated)) {
			const known = parameters.get(frame.callee) ?? [];
			if (!known.includes(word) && known.length < 40) {
				known.push(word);
				parameters.set(frame.callee, known);
			}
		}
	}

	function readMark(i: number): void {
		const mark = markAt(i) ?? "";
		const at = starts[i] ?? 0;
		switch (mark) {
			case "(":
				openCall(i);
				break;
			case "[":
				if (rules.hasSections && stack.top.open === "" && (i === 0 || kinds[i - 1] === tokenKind.newline)) {
					stack.beginSection(readSection(at));
				}
				stack.push("[");
				stack.top.isSubscript = wordAt(i - 1) !== undefined && !keywords.has(wordAt(i - 1) ?? "");
				break;
			case "{":
				stack.push("{");
				break;
			case ")":
			case "]":
			case "}":
				closeFrame(mark, i);
				break;
			case ",":
				stack.top.endArgument();
				break;
			case ";":
				stack.top.startArgument();
				break;
			case "?":
				if (!rules.endsAtLine && !".?:".includes(text[at + 1] ?? " ") && text[at - 1] !== "?") {
					stack.top.ternaries += 1;
				}
				break;
			case ":":
				if (stack.top.ternaries > 0) {
					stack.top.ternaries -= 1;
				}
				break;
			default:
		}
	}

	function readSection(at: number): string {
		const end = text.indexOf("]", at);
		return end === -1 || end - at > 200 ? "" : text.slice(at + 1, end).replaceAll(/[[\]"' ]/g, "");
	}

	function openCall(i: number): void {
		const call = readCallee(i, wordAt, markAt);
		if (call === undefined || kinds[i - 1] === tokenKind.newline) {
			stack.push("(");
			return;
		}
		const { before, receiver } = call;
		const isDefinition = before === "def" || before === "function";
		const isMaker = isDefinition && call.name === "__init__" && className !== undefined;
		const name = isMaker ? className : call.name;
		stack.pushCall(name ?? call.name, receiver, isDefinition);
		if (isDefinition) {
			functionName = name;
			parameters.set(name ?? call.name, []);
		}
	}

	function closeFrame(mark: string, i: number): void {
		const closed = stack.pop(mark);
		const key = closed?.isSubscript === true && markAt(i + 1) === "=" ? closed.last : undefined;
		if (key !== undefined) {
			stack.top.setName(key, text[(starts[i + 1] ?? 0) + 1] === "=");
		}
	}

	function readString(i: number): void {
		const start = starts[i] ?? 0;
		const end = ends[i] ?? start;
		const frame = stack.top;
		if (kinds[i] === tokenKind.partial) {
			frame.note(undefined);
			return;
		}
		if (end - start > longestLiteral) {
			texts.push(start, end);
			frame.note(undefined);
			return;
		}
		const value = text.slice(start, end);
		const next = markAt(i + 1);
		const isKey = next === ":" && frame.open === "{" && frame.ternaries === 0;
		const isPart =
			next === "+" ||
			markAt(i - 1) === "+" ||
			(next === "=" && text[(starts[i + 1] ?? 0) + 1] !== "=" && frame.open !== "");
		const isImport = !rules.endsAtLine && /^(?:from|import)$/.test(wordAt(i - 1) ?? "");
		if (isKey) {
			frame.startArgument();
		}
		if (isWanted(value) && !isPart && !isImport) {
			literals.push({ value, start, end, place: stack.place(), isKey });
		} else if (value.includes(" ") || value.includes("\n")) {
			texts.push(start, end);
		}
		if (isKey) {
			frame.annotate(value);
		} else if (rules.hasSections && next === "=") {
			frame.setName(value, false);
		} else {
			frame.note(value);
			if (frame.name !== undefined) {
				frame.keep(frame.name, { value, start, end });
			}
		}
	}
}
