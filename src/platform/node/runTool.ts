import type { ProbeTool, ToolRun } from "../platform.ts";
import { runProgram } from "./runProgram.ts";
import { toolCommands } from "./toolCommands.ts";

/** Runs a probing tool of the closed list with its fixed arguments. A tool that is not there is `notInstalled`. */
export async function runTool(tool: ProbeTool, signal: AbortSignal): Promise<ToolRun> {
	const { files, attempts } = toolCommands[tool];
	for (const file of files) {
		const run = await runAttempts(file, attempts, signal);
		if (run.outcome !== "notInstalled") {
			return { tool, ...run };
		}
	}
	return { tool, outcome: "notInstalled", stdout: "" };
}

async function runAttempts(
	file: string,
	attempts: readonly (readonly string[])[],
	signal: AbortSignal,
): Promise<Omit<ToolRun, "tool">> {
	let last: Omit<ToolRun, "tool"> = { outcome: "notInstalled", stdout: "" };
	for (const args of attempts) {
		last = await runProgram(file, args, signal);
		if (last.outcome !== "failed") {
			break;
		}
	}
	return last;
}
