import { findInYaml } from "../documents/findInYaml.ts";
import { findHubAddresses } from "../documents/hubAddresses.ts";
import { type FoundId, shiftIds } from "../modelIdUse.ts";
import { findInCode } from "../program/findInCode.ts";
import { findInCommands, findInScript } from "./findInCommands.ts";
import { type HereText, lexShell } from "./lexShell.ts";

/** IDs in shell scripts, command lines and files of environment variables. */
export function findInShell(text: string): readonly FoundId[] {
	const script = lexShell(text);
	return [
		...findInScript(script, "code", 0),
		...script.hereTexts.flatMap(findInHereText),
		...findHubAddresses(text, "code"),
	];
}

/** IDs in Dockerfiles: what a shell script has, and the array form of instructions. */
export function findInDockerfile(text: string): readonly FoundId[] {
	return [...findInShell(text), ...findInArrays(text)];
}

function findInArrays(text: string): readonly FoundId[] {
	const found: FoundId[] = [];
	for (const match of text.matchAll(/^[ \t]*(?:CMD|ENTRYPOINT|RUN)[ \t]*(\[(?:[^\n\\]|\\\r?\n)*)/gm)) {
		const array = match[1] ?? "";
		found.push(...shiftIds(findInCode(array, "json").found, match.index + match[0].length - array.length));
	}
	return found;
}

function findInHereText(text: HereText): readonly FoundId[] {
	if (/\.ya?ml\b|kubectl/.test(text.command)) {
		return shiftIds(findInYaml(text.value), text.start);
	}
	if (/\.json\b/.test(text.command)) {
		return shiftIds(findInCode(text.value, "json").found, text.start);
	}
	if (/python|\.py\b/.test(text.command)) {
		return shiftIds(findInCode(text.value, "python").found, text.start);
	}
	return shiftIds(findInCommands(text.value, "code", 1), text.start);
}
