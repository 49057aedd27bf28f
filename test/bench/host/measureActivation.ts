import * as vscode from "vscode";

/** Where the times are posted to; put in when this is bundled. */
declare const resultsUrl: string;

/** Extensions to activate; the first one takes what a host's first activation costs, and is not counted. */
declare const extensionIds: readonly [warmUp: string, ...measured: string[]];

/** Activates each extension once, in random order, and posts how long each took, in milliseconds. */
export async function run(): Promise<void> {
	const [warmUp, ...measured] = extensionIds;
	await vscode.extensions.getExtension(warmUp)?.activate();
	const times: Record<string, number> = {};
	for (const id of measured.sort(() => Math.random() - 0.5)) {
		const extension = vscode.extensions.getExtension(id);
		if (!extension || extension.isActive) {
			throw new Error(`${id} is ${extension ? "active already" : "not there"}`);
		}
		const startedAt = performance.now();
		await extension.activate();
		times[id] = performance.now() - startedAt;
	}
	await fetch(resultsUrl, { method: "POST", body: JSON.stringify(times) });
}
