import type { Platform } from "./platform.ts";

/** The web host: no machine to look at, so nothing is probed and targets are added by hand. */
export function createPlatform(): Platform {
	return {
		kind: "web",
		fetch: (input, init) => globalThis.fetch(input, init),
		readMachine: () => undefined,
		runTool: async (tool) => ({ tool, outcome: "notInstalled", stdout: "" }),
		readSystemFiles: async () => new Map(),
		createRandomId,
		readEnvironment: () => undefined,
	};
}

function createRandomId(): string {
	const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
