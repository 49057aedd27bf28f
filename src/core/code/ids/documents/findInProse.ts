import { hasKnownOwner, isNamedLikeModel, isOwnedId, isServiceId } from "../candidates/idShape.ts";
import { readNameRole } from "../candidates/nameRole.ts";
import { type FoundId, shiftIds } from "../modelIdUse.ts";
import { findInCode, type TextUses } from "../program/findInCode.ts";
import { holdsCommand } from "../shell/commandWords.ts";
import { findInCommands } from "../shell/findInCommands.ts";

const hint =
	/from_pretrained|fromPretrained|["'`][\w.-]+\/[\w.-]+["'`]|--?[a-z_-]*(?:model|tokenizer|repo|hf)|\b(?:serve|download|run|pull)\s|pipeline\(|SentenceTransformer\(|CrossEncoder\(|model\w*["']?\s*[:=]/i;
/** Whether a look into a comment or a text is worth its time. */
export function mayHoldIds(text: string): boolean {
	return text.length > 8 && (text.includes("/") || text.includes("(")) && hint.test(text);
}

/**
 * IDs in a comment, a docstring or another text: in calls, commands and settings that stand there as examples. Its plain words
 * tell nothing, and addresses are found elsewhere. `uses`: what the text works with that it stands in.
 */
export function findInProse(
	text: string,
	base: number,
	language: "python" | "script",
	uses: TextUses,
): readonly FoundId[] {
	const code = blankMarks(text);
	const isProgram = /^(?:from [\w.]+ import|import \w)/m.test(text);
	const calls = findInCode(code, language, "comment", uses).found.filter((each) =>
		isNamedLikeModel(each.id)
			? each.callSite !== "name" || hasKnownOwner(each.id)
			: each.callSite !== "name" && (isProgram || each.confidence === "certain"),
	);
	const found = [...calls, ...findInSettings(code)];
	for (const match of code.matchAll(/[^\n]+(?:\\\n[^\n]*)*/g)) {
		if (holdsCommand(match[0])) {
			const line = match[0].replaceAll("`", " ");
			const inLine = findInCommands(line, "comment", 1).filter(({ callSite }) => callSite !== "name");
			found.push(...shiftIds(inLine, match.index));
		}
	}
	return shiftIds(found, base).map((each) => ({ ...each, place: "comment" }));
}

const setting =
	/^([ \t]*(?:- )?["']?([A-Za-z][\w-]*)["']?:[ \t]+(["']?))([\w.-]+\/[\w.-]+)\3[ \t]*(?:#.*)?$/gm;

/** Models in lines of YAML that another program writes: `model_name_or_path: owner/name`. */
function findInSettings(code: string): FoundId[] {
	return [...code.matchAll(setting)].flatMap(({ index, 1: before = "", 2: name = "", 4: id = "" }) => {
		const isModel =
			readNameRole(name) === "model" &&
			isOwnedId(id) &&
			!isServiceId(id) &&
			(isNamedLikeModel(id) || hasKnownOwner(id));
		const start = index + before.length;
		return isModel
			? [{ id, start, end: start + id.length, callSite: name, confidence: "likely", place: "comment" }]
			: [];
	});
}

/** The text with what marks comments and examples at the beginning of lines turned into spaces. */
function blankMarks(text: string): string {
	return text.replaceAll(
		/^[ \t]*(?:#+|\/\/+|\*+(?!\/)|>>>|\.\.\.|```\w*|\$)(?:[ \t]*(?:>>>|\.\.\.|```\w*)(?= |$))?/gm,
		(marks) => " ".repeat(marks.length),
	);
}
