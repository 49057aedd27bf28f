import type { Candidate } from "../candidates/candidate.ts";
import { isLegacyId, isNamedLikeModel, isOwnedId, isServiceId } from "../candidates/idShape.ts";
import { judgeCandidate, type Surroundings } from "../candidates/judgeCandidate.ts";
import { readNameRole } from "../candidates/nameRole.ts";
import { readReference } from "../candidates/readReference.ts";
import { usesHubLibraries, usesLowerCase, usesModelService } from "../candidates/surroundings.ts";
import type { FoundId } from "../modelIdUse.ts";
import { isAssignmentList, splitAssignments } from "../shell/assignmentList.ts";
import { findParameter, findSinks, noSinks } from "./flow.ts";
import type { Frame } from "./frameStack.ts";
import { type LexRules, lexCode, pythonRules, scriptRules } from "./lexCode.ts";
import { callsOf, findBeside, namesOf } from "./placeNames.ts";
import type { Literal, Program, ProgramRules } from "./program.ts";
import { readProgram } from "./readProgram.ts";

/** Languages that are read as programs. */
export type ProgramLanguage = "python" | "script" | "json" | "toml";

const rulesOf: Readonly<Record<ProgramLanguage, LexRules & ProgramRules>> = {
	python: { ...pythonRules, endsAtLine: true, hasSections: false },
	script: { ...scriptRules, endsAtLine: false, hasSections: false },
	json: { ...scriptRules, hasTemplates: false, endsAtLine: false, hasSections: false },
	toml: { ...pythonRules, endsAtLine: true, hasSections: true },
};

/** IDs of a program, and where its comments and its longer texts stand: start, end, start, end… */
export interface CodeIds {
	readonly found: readonly FoundId[];
	readonly comments: readonly number[];
	readonly texts: readonly number[];
	/** What it works with. */
	readonly uses: TextUses;
}

/** What a text works with. */
export interface TextUses {
	/** Libraries of the Hub. */
	readonly usesHub: boolean;
	/** A service that has names of its own for models. */
	readonly usesService: boolean;
}

/**
 * IDs that stand in a program as literals, without those in its comments and longer texts, and in addresses. `whole`: what the
 * text works with that it is a part of.
 */
export function findInCode(
	text: string,
	language: ProgramLanguage,
	place: FoundId["place"] = "code",
	whole?: TextUses,
): CodeIds {
	const rules = rulesOf[language];
	const tokens = lexCode(text, rules);
	const program = readProgram(text, tokens, rules, mayBeId);
	const isData = language === "json" || language === "toml";
	const usesHub = whole?.usesHub === true || usesHubLibraries(text);
	const usesService = whole?.usesService === true || usesModelService(text);
	const around: Surroundings = {
		sinks: isData ? noSinks : findSinks(program, usesHub),
		usesHub,
		usesService,
		usesLowerCase: usesLowerCase(text),
		hasOtherTokenizers: /tiktoken|gguf/i.test(text),
		hasDatasets: /dataset/i.test(text),
		isData,
	};
	const candidates = program.literals
		.map((literal) => toCandidate(literal, program, place))
		.flatMap((each) => (isAssignmentList(each.value) ? splitAssignments(each) : [each]));
	let found = judgeAll(candidates, around);
	// Where one model stands, names that hold models hold others too.
	if (!usesHub && found.some(({ id }) => isNamedLikeModel(id))) {
		found = judgeAll(candidates, { ...around, usesHub: true });
	}
	if (!isData) {
		found = [...found, ...findBesides(program.literals, found)];
	}
	return { found, comments: tokens.comments, texts: program.texts, uses: { usesHub, usesService } };
}

/** Other elements of lists and tables whose elements are mostly models. */
function findBesides(literals: readonly Literal[], found: readonly FoundId[]): readonly FoundId[] {
	const foundAt = new Set(found.map(({ start }) => start));
	if (foundAt.size < 2 || foundAt.size === literals.length) {
		return [];
	}
	const tables = new Map<Frame, Literal[]>();
	for (const literal of literals) {
		const { frame } = literal.place;
		if (!literal.isKey && (frame.open === "[" || frame.open === "{")) {
			const table = tables.get(frame) ?? [];
			table.push(literal);
			tables.set(frame, table);
		}
	}
	return [...tables.values()].flatMap((table) => {
		const others = table.filter(({ start }) => !foundAt.has(start));
		const known = table.length - others.length;
		return known < 2 || known < others.length
			? []
			: others
					.filter(({ value, place }) => isLikeThem(value) && readNameRole(place.name ?? "") !== "other")
					.map(({ value, start, end }) => ({
						id: value,
						start,
						end,
						callSite: "name",
						confidence: "likely",
						place: "code",
					}));
	});
}

function isLikeThem(value: string): boolean {
	return isOwnedId(value) ? !isServiceId(value) : isLegacyId(value, "sentenceTransformers");
}

function judgeAll(candidates: readonly Candidate[], around: Surroundings): readonly FoundId[] {
	return candidates
		.map((candidate) => judgeCandidate(candidate, around))
		.filter((each) => each !== undefined);
}

/** Whether a text has the form of an ID, in any of its writings. */
export function mayBeId(value: string): boolean {
	if (value.length < 3 || value.length > 200 || value.includes(" ")) {
		return value.startsWith("${");
	}
	if (value.includes("=")) {
		return isAssignmentList(value);
	}
	return value.includes("/") ? readReference(value) !== undefined : isLegacyId(value, "sentenceTransformers");
}

function toCandidate(literal: Literal, program: Program, place: FoundId["place"]): Candidate {
	const at = literal.place;
	const names = namesOf(at);
	const calls = callsOf(at);
	const [call] = calls;
	const parameter =
		call === undefined || call.argument !== undefined
			? undefined
			: findParameter(program, call.name, call.index);
	const flag = at.last?.startsWith("-") === true ? at.last : undefined;
	return {
		value: literal.value,
		start: literal.start,
		end: literal.end,
		names: flag === undefined ? names : [flag.replace(/^-+/, ""), ...names],
		calls,
		passedTo: parameter === undefined ? [] : [parameter],
		before: [at.last, at.beforeLast].filter((each) => each !== undefined),
		beside: (wanted) => findBeside(at, wanted),
		isMention: at.isCompared || literal.isKey,
		place,
	};
}
