import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ModelView } from "../../src/protocol/modelPanel.ts";
import type { ModelPanelEvents, ModelPanelMethods } from "../../src/protocol/modelPanelContract.ts";
import { connectRpc, type RpcClient } from "../../src/protocol/rpc.ts";
import { type PanelTap, panelTaps } from "./taps.ts";
import { until } from "./until.ts";

/** An open panel, and a second caller beside the page that is in it. */
export interface OpenPanel {
	readonly tap: PanelTap;
	readonly rpc: RpcClient<ModelPanelMethods, ModelPanelEvents>;
	/** Asks for the panel's snapshot, as its page does when it is shown: what was never read is read then. */
	readonly read: () => Promise<ModelView>;
	/** The first snapshot, of those on hand and those to come, that is so. */
	readonly readUntil: (what: string, isSo: (view: ModelView) => boolean) => Promise<ModelView>;
	/** The snapshot once the Hub has been read, or could not be. */
	readonly readWhole: () => Promise<ModelView>;
}

/** Opens a model's panel as a press on its row does, and waits until its host answers. */
export async function openPanel(repoId: string): Promise<OpenPanel> {
	const known = panelTaps.length;
	await vscode.commands.executeCommand("openModels.openModel", repoId);
	const tap = await until("a panel", () => panelTaps[known]);
	await until("its page", () => tap.panel.webview.html !== "");
	return connect(tap);
}

/** Speaks to a panel's host as its page does. */
export function connect(tap: PanelTap): OpenPanel {
	const rpc = connectRpc<ModelPanelMethods, ModelPanelEvents>({
		post: tap.say,
		onMessage: (listener) => {
			const subscription = tap.onPost(listener);
			return () => subscription.dispose();
		},
	});
	let last: ModelView | undefined;
	rpc.on("modelChanged", (view) => {
		last = view;
	});
	const read = async (): Promise<ModelView> => {
		const { model } = await rpc.call("getModel", {});
		last = model;
		return model;
	};
	const readUntil: OpenPanel["readUntil"] = async (what, isSo) => {
		await read();
		return until(what, () => last !== undefined && isSo(last) && last);
	};
	const readWhole = (): Promise<ModelView> =>
		readUntil("all that can be read of the model", ({ isLoading }) => !isLoading);
	return { tap, rpc, read, readUntil, readWhole };
}

/** Titles of the open model panels. */
export function listPanelTitles(): string[] {
	return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
		tabs.flatMap(({ input, label }) => (input instanceof vscode.TabInputWebview ? [label] : [])),
	);
}

/** What a call was refused with. */
export async function readRefusal(call: Promise<unknown>): Promise<string> {
	const outcome = await call.then(
		() => undefined,
		(error: unknown) => error,
	);
	assert.ok(outcome instanceof Error && "code" in outcome, "It was not refused.");
	return String(outcome.code);
}
