import { FrameStack } from "./frameStack.ts";
import { Gifts } from "./gifts.ts";
import { type CodeTokens, mark, tokenKind } from "./lexCode.ts";
import type { Literal, Program, ProgramRules, ValueWord } from "./program.ts";
import { isKeyword, keywords, readCallee } from "./readCallee.ts";

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
	const takenWords: ValueWord[] = [];
	const gifts = new Gifts(text, starts, ends);
	const parameters = new Map<string, string[]>();
	const texts: number[] = [];
	const stack = new FrameStack();
	let className: string | undefined;
	let functionName: string | undefined;
	let loopNames: readonly string[] = [];

	const markAt = (index: number) => ((kinds[index] ?? 0) > 32 ? text[starts[index] ?? 0] : undefined);
	const wordAt = (index: number) =>
		kinds[index] === tokenKind.word ? text.slice(starts[index], ends[index]) : undefined;

	for (let i = 0; i < kinds.length; i++) {
		const kind = kinds[i] ?? 0;
		if (kind > 32) {
			readMark(i, kind);
		} else if (kind === tokenKind.word) {
			readWord(i);
		} else if (kind === tokenKind.newline) {
			readNewline(i);
		} else if (kind !== tokenKind.number) {
			readString(i);
		}
	}
	return { literals, takenWords, gifts, parameters, texts };

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
		const frame = stack.top;
		const next = kinds[i + 1];
		const nextAt = starts[i + 1] ?? 0;
		if (isKeyword(text, starts[i] ?? 0, ends[i] ?? 0)) {
			readKeyword(i, wordAt(i) ?? "");
			return;
		}
		if (next === mark.equals && text[nextAt + 1] !== ">") {
			frame.setName(wordAt(i) ?? "", text[nextAt + 1] === "=");
			noteParameter(i);
		} else if (next === mark.bang && text[nextAt + 1] === "=") {
			frame.setName(wordAt(i) ?? "", true);
		} else if (
			(next === mark.colon || (next === mark.question && kinds[i + 2] === mark.colon)) &&
			frame.ternaries === 0 &&
			frame.open !== "["
		) {
			frame.annotate(wordAt(i) ?? "");
			noteParameter(i);
		} else if (next === mark.openCall || (next === mark.dot && !isContents(i + 2))) {
			return;
		} else if (frame.isDefinition && !frame.isAnnotated) {
			noteParameter(i);
		} else if (frame.hasUse()) {
			addValueWord(i);
		} else if (rules.endsAtLine && next === mark.comma && frame.open === "") {
			frame.addTarget(wordAt(i) ?? "");
		}
	}

	function readKeyword(i: number, word: string): void {
		const frame = stack.top;
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
	}

	function addValueWord(i: number): void {
		const frame = stack.top;
		if (frame.isTaker) {
			takenWords.push({ word: wordAt(i) ?? "", place: stack.place() });
		}
		gifts.add(frame.name, i);
		gifts.add(frame.parent?.name, i);
		for (const name of frame.targets) {
			gifts.add(name, i);
		}
		if (frame.callee !== "" && frame.name === undefined) {
			gifts.addPassed(frame.callee, frame.index, i);
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

	function noteParameter(i: number): void {
		const frame = stack.top;
		if (!frame.isDefinition) {
			return;
		}
		const word = wordAt(i) ?? "";
		if (frame.index === 0 || frame.name === word || !frame.isAnnotated) {
			const known = parameters.get(frame.callee) ?? [];
			if (!known.includes(word) && known.length < 40) {
				known.push(word);
				parameters.set(frame.callee, known);
			}
		}
	}

	function readMark(i: number, code: number): void {
		const at = starts[i] ?? 0;
		switch (code) {
			case mark.openCall:
				openCall(i);
				break;
			case mark.openList:
				if (rules.hasSections && stack.top.open === "" && (i === 0 || kinds[i - 1] === tokenKind.newline)) {
					stack.beginSection(readSection(at));
				}
				stack.push("[");
				stack.top.isSubscript =
					kinds[i - 1] === tokenKind.word && !isKeyword(text, starts[i - 1] ?? 0, ends[i - 1] ?? 0);
				break;
			case mark.openBrace:
				stack.push("{");
				stack.top.isBody =
					kinds[i - 1] === mark.closeCall || (kinds[i - 1] === mark.greater && kinds[i - 2] === mark.equals);
				break;
			case mark.closeCall:
			case mark.closeList:
			case mark.closeBrace:
				closeFrame(code === mark.closeCall ? "(" : code === mark.closeList ? "[" : "{", i);
				break;
			case mark.comma:
				stack.top.endArgument();
				break;
			case mark.semicolon:
				stack.top.startArgument();
				break;
			case mark.question:
				if (!rules.endsAtLine && !".?:".includes(text[at + 1] ?? " ") && text[at - 1] !== "?") {
					stack.top.ternaries += 1;
				}
				break;
			case mark.colon:
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
		const call = readCallee(text, tokens, i);
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

	function closeFrame(open: "(" | "[" | "{", i: number): void {
		const closed = stack.pop(open);
		const key = closed?.isSubscript === true && kinds[i + 1] === mark.equals ? closed.last : undefined;
		if (key !== undefined) {
			stack.top.setName(key, text[(starts[i + 1] ?? 0) + 1] === "=");
		}
	}

	function readString(i: number): void {
		const start = starts[i] ?? 0;
		const end = ends[i] ?? start;
		const frame = stack.top;
		if (kinds[i] === tokenKind.partial) {
			texts.push(start, end);
			frame.note(undefined);
			return;
		}
		if (end - start > longestLiteral) {
			texts.push(start, end);
			frame.note(undefined);
			return;
		}
		const value = text.slice(start, end);
		const next = kinds[i + 1];
		const isKey = next === mark.colon && frame.open === "{" && frame.ternaries === 0;
		const isPart =
			next === mark.plus ||
			kinds[i - 1] === mark.plus ||
			(next === mark.equals && text[(starts[i + 1] ?? 0) + 1] !== "=" && frame.open !== "");
		const isImport =
			!rules.endsAtLine && kinds[i - 1] === tokenKind.word && /^(?:from|import)$/.test(wordAt(i - 1) ?? "");
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
		} else if (rules.hasSections && next === mark.equals) {
			frame.setName(value, false);
		} else {
			frame.note(value);
			if (frame.name !== undefined) {
				frame.keep(frame.name, { value, start, end });
			}
		}
	}
}
