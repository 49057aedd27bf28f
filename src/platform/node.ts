import { randomBytes } from "node:crypto";
import { readMachine } from "./node/readMachine.ts";
import type { Platform } from "./platform.ts";

/** The machine that the extension host runs on: under Remote-SSH and in containers the one where the code runs. */
export function createPlatform(): Platform {
	return {
		kind: "node",
		fetch: globalThis.fetch,
		readMachine,
		runTool: async (tool, signal) => (await import("./node/runTool.ts")).runTool(tool, signal),
		readSystemFiles: async () => (await import("./node/readAmdgpuFiles.ts")).readAmdgpuFiles(),
		createRandomId: () => randomBytes(16).toString("hex"),
		readEnvironment: (name) => process.env[name] || undefined,
	};
}
