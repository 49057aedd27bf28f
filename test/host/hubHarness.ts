import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import * as vscode from "vscode";
import type { OpenModels } from "../../src/compose.ts";
import type { OpenModelsApi } from "../../src/extension.ts";
import { type HubOptions, type HubServer, startHub } from "../hub/hubServer.ts";
import type { LoggedRequest } from "../hub/requestLog.ts";
import { dismissNotices, readView } from "./taps.ts";
import { until } from "./until.ts";

const rejections: unknown[] = [];
process.on("unhandledRejection", (reason) => {
	// VS Code's own extensions run in the same host, and answer for themselves.
	const isOthers = reason instanceof Error && /[\\/]extensions[\\/]/.test(reason.stack ?? "");
	if (!isOthers) {
		rejections.push(reason);
	}
});

/** Nothing listens there. */
export const deadEndpoint = "http://127.0.0.1:9";

/** The extension, activated. */
export async function activate(): Promise<OpenModels["sidebar"]> {
	const extension = vscode.extensions.getExtension<OpenModelsApi>("open-models.open-models");
	assert.ok(extension, "VS Code does not know the extension");
	const { ready } = await extension.activate();
	return (await ready()).sidebar;
}

/** Changes a setting as a user does; `undefined` takes it back. */
export async function setSetting(name: string, value: unknown): Promise<void> {
	await vscode.workspace
		.getConfiguration("openModels")
		.update(name, value, vscode.ConfigurationTarget.Global);
}

/** What the suite at hand works with. */
export interface Stage {
	readonly hub: HubServer;
	readonly api: OpenModels["sidebar"];
}

/**
 * Gives the suite a test Hub of its own, which the extension asks, and holds every test of it to leave no rejection
 * unhandled. The Models view is shown and the Hub has answered once before the first test.
 */
export function useHub(options: HubOptions = {}): Stage {
	let hub: HubServer | undefined;
	let api: OpenModels["sidebar"] | undefined;
	before(async () => {
		hub = await startHub(options);
		api = await activate();
		await vscode.commands.executeCommand("openModels.models.focus");
		await setSetting("endpoint", hub.url);
		const { requests } = hub;
		await until("the Hub's first answer", () => countLists(requests) > 0);
		await until("the Hub's first list in the view", () => readMessage().includes("Hub, "));
		rejections.length = 0;
	});
	afterEach(async () => {
		hub?.clearFaults();
		await dismissNotices();
		await vscode.commands.executeCommand("openModels.clearFilters");
		await expectNoRejection();
	});
	after(async () => {
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		await setSetting("endpoint", undefined);
		await hub?.close();
	});
	return {
		get hub() {
			assert.ok(hub, "The test Hub is not up.");
			return hub;
		},
		get api() {
			assert.ok(api, "The extension is not active.");
			return api;
		},
	};
}

/** Fails when a promise was rejected and nobody took notice. */
export async function expectNoRejection(): Promise<void> {
	// Node tells of a rejection after the microtasks in which someone could still have caught it.
	await setImmediate();
	assert.deepEqual(
		rejections.splice(0).map((reason) => (reason instanceof Error ? reason.stack : String(reason))),
		[],
		"rejections that nobody handled",
	);
}

/** The line above the Models. */
export function readMessage(): string {
	return readView("openModels.models").message ?? "";
}

/** Requests for lists of models that were answered with one. */
export function countLists(requests: readonly LoggedRequest[]): number {
	return requests.filter(({ path, status }) => path.startsWith("/api/models?") && status === 200).length;
}
