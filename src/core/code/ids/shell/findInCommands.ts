import type { Candidate, SpannedText } from "../candidates/candidate.ts";
import { judgeCandidate, type Surroundings } from "../candidates/judgeCandidate.ts";
import { type FoundId, shiftIds } from "../modelIdUse.ts";
import { findInCode } from "../program/findInCode.ts";
import { noSinks } from "../program/flow.ts";
import { isAssignmentList, splitAssignments } from "./assignmentList.ts";
import { readCommandWords } from "./commandWords.ts";
import { findLoaders } from "./findLoaders.ts";
import { lexShell, type ShellScript } from "./lexShell.ts";

/** In a command nothing but names tells what its words are. */
const around: Surroundings = { sinks: noSinks, usesHub: true, usesService: false, isData: true };
/** Scripts in scripts are read to this depth. */
const deepest = 2;

/** IDs that commands take, without addresses of the Hub. */
export function findInCommands(text: string, place: FoundId["place"], depth: number): readonly FoundId[] {
	return findInScript(lexShell(text), place, depth);
}

/** The same of a script that has been taken apart. */
export function findInScript(
	script: ShellScript,
	place: FoundId["place"],
	depth: number,
): readonly FoundId[] {
	const found: FoundId[] = [];
	const loaders = depth === 0 ? findLoaders(script.text) : undefined;
	for (const command of script.commands) {
		const where = place === "code" ? command.place : place;
		for (const candidate of readCommandWords(command.words, where, command.arrayName, loaders)) {
			found.push(...judgeWord(candidate, depth));
		}
	}
	return found;
}

function judgeWord(candidate: Candidate, depth: number): readonly FoundId[] {
	if (/\s/.test(candidate.value) && !candidate.value.startsWith("${")) {
		return depth < deepest ? findInText(candidate, candidate.place, depth) : [];
	}
	if (isAssignmentList(candidate.value)) {
		return splitAssignments(candidate).flatMap(judge);
	}
	return judge(candidate);
}

function judge(candidate: Candidate): readonly FoundId[] {
	const found = judgeCandidate(candidate, around);
	return found === undefined || (found.place === "comment" && found.callSite === "name") ? [] : [found];
}

/** A text in quotes: a command, or a program after `python -c`. */
function findInText(text: SpannedText, place: FoundId["place"], depth: number): readonly FoundId[] {
	if (/^\s*[{[]/.test(text.value)) {
		return shiftIds(findInCode(text.value, "json", place).found, text.start);
	}
	const isProgram =
		/\bimport\b|from_pretrained|snapshot_download|\w\(/.test(text.value) &&
		!/\bpython[\d.]*\s+-c\s/.test(text.value);
	const value = withoutEscapes(text.value);
	return isProgram
		? shiftIds(findInCode(value, "python", place).found, text.start)
		: shiftIds(findInCommands(value, place, depth + 1), text.start);
}

/** A text in quotes as the program within them sees it, at the same offsets. */
function withoutEscapes(text: string): string {
	return text.replaceAll(/\\(?=["'`])/g, " ");
}
