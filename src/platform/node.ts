import { randomBytes } from "node:crypto";
import { readAmdgpuFiles } from "./node/readAmdgpuFiles.ts";
import { readMachine } from "./node/readMachine.ts";
import { runTool } from "./node/runTool.ts";
import type { Platform } from "./platform.ts";

/** The machine that the extension host runs on: under Remote-SSH and in containers the one where the code runs. */
export function createPlatform(): Platform {
	return {
		kind: "node",
		fetch: globalThis.fetch,
		readMachine,
		runTool,
		readSystemFiles: () => readAmdgpuFiles(),
		createRandomId: () => randomBytes(16).toString("hex"),
		readEnvironment: (name) => process.env[name] || undefined,
	};
}
