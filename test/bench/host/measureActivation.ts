import * as vscode from "vscode";

/** Where the times are posted to; put in when this is bundled. */
declare const resultsUrl: string;

/** Extensions to activate; the first one takes what a host's first activation costs, and is not counted. */
declare const extensionIds: readonly [warmUp: string, ...measured: string[]];

/** What the extension under development gives. */
interface Api {
	readonly ready: () => Promise<unknown>;
}

/** Activates each extension once, in random order, and posts how long each took, and until it was at work, in milliseconds. */
export async function run(): Promise<void> {
	const [warmUp, ...measured] = extensionIds;
	await vscode.extensions.getExtension(warmUp)?.activate();
	const times: Record<string, number> = {};
	for (const id of measured.sort(() => Math.random() - 0.5)) {
		const extension = vscode.extensions.getExtension<Api | undefined>(id);
		if (!extension || extension.isActive) {
			throw new Error(`${id} is ${extension ? "active already" : "not there"}`);
		}
		const startedAt = performance.now();
		const api = await extension.activate();
		times[id] = performance.now() - startedAt;
		// What goes on behind its activation must not count against the next one.
		await api?.ready();
		times[`${id} at work`] = performance.now() - startedAt;
	}
	await fetch(resultsUrl, { method: "POST", body: JSON.stringify(times) });
}
