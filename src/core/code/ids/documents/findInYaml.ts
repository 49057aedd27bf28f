import { type Candidate, findNothing, type SpannedText } from "../candidates/candidate.ts";
import { judgeCandidate, type Surroundings } from "../candidates/judgeCandidate.ts";
import { usesHubLibraries } from "../candidates/surroundings.ts";
import { type FoundId, shiftIds } from "../modelIdUse.ts";
import { noSinks } from "../program/flow.ts";
import { isAssignmentList, splitAssignments } from "../shell/assignmentList.ts";
import { findInCommands } from "../shell/findInCommands.ts";
import { findHubAddresses } from "./hubAddresses.ts";
import { readYaml, type YamlScalar } from "./readYaml.ts";

const around: Surroundings = { sinks: noSinks, usesHub: true, usesService: false, isData: true };

/** IDs in YAML: values of keys, lists of arguments, environment variables, commands in texts. */
export function findInYaml(text: string): readonly FoundId[] {
	const { scalars, comments } = readYaml(text);
	const usesHub = usesHubLibraries(text);
	const usesService = /openrouter|litellm_params/i.test(text);
	const found: FoundId[] = [...findHubAddresses(text, "code")];
	for (const scalar of scalars) {
		found.push(...findInScalar(scalar, { ...around, usesHub, usesService, isGeneric: !usesHub }));
	}
	for (const [i, comment] of comments.entries()) {
		found.push(...findInComment(comment, comments[i - 1]?.value));
	}
	return found;
}

function findInScalar(scalar: YamlScalar, where: Surroundings): readonly FoundId[] {
	if (/\s/.test(scalar.value.trim()) && !scalar.value.startsWith("${")) {
		return shiftIds(findInCommands(scalar.value, "code", 1), scalar.start);
	}
	const pair = /^(-{0,2}[A-Za-z_][\w.-]*)=(["']?)([^"']+)\2$/.exec(scalar.value);
	const [, name = "", mark = "", value = ""] = pair ?? [];
	const start = scalar.start + name.length + 1 + mark.length;
	const candidate: Candidate = {
		...(pair === null ? scalar : { value, start, end: start + value.length }),
		names: pair === null ? scalar.names : [name.replace(/^-+/, "")],
		calls: [],
		passedTo: [],
		before: scalar.before,
		beside: scalar.beside,
		isMention: false,
		place: "code",
	};
	const candidates = isAssignmentList(scalar.value)
		? splitAssignments({ ...candidate, ...scalar })
		: [candidate];
	return candidates.map((each) => judgeCandidate(each, where)).filter((each) => each !== undefined);
}

/** A line that was taken out by making it a comment; `previous` is the comment before it, which may name its value. */
function findInComment(comment: SpannedText, previous: string | undefined): readonly FoundId[] {
	const match = /^\s*(?:- )?(?:(--?)?([\w.-]+)(?::|=|\s)\s*)(["']?)([\w.-]+\/[\w.-]+)\3\s*(?:#.*)?$/.exec(
		comment.value,
	);
	if (match?.[4] === undefined) {
		const inCommand = findInCommands(comment.value, "comment", 1);
		return shiftIds(inCommand, comment.start).filter(({ callSite }) => callSite !== "name");
	}
	const start = comment.start + comment.value.indexOf(match[4]);
	const each = judgeCandidate(
		{
			value: match[4],
			start,
			end: start + match[4].length,
			names: [
				(match[2] === "value" ? /^\s*-? ?name:\s*(["']?)(\w+)\1\s*$/.exec(previous ?? "")?.[2] : match[2]) ??
					"",
			],
			calls: [],
			passedTo: [],
			before: [],
			beside: findNothing,
			isMention: false,
			place: "comment",
		},
		around,
	);
	return each === undefined || each.callSite === "name" ? [] : [each];
}
