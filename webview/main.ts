import type { PageName } from "../src/protocol/pageName.ts";
import type { RpcPort } from "../src/protocol/rpc.ts";
import { createComparePage } from "./comparePage.ts";
import { createEcosystemPage } from "./ecosystemPage.ts";
import { createModelPage } from "./modelPage.ts";
import type { StateKeeper } from "./page.ts";
import { defineControls } from "./toolkit.ts";

declare function acquireVsCodeApi(): {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
};

type CreatePage = (root: HTMLElement, port: RpcPort, keeper: StateKeeper) => { open(): Promise<void> };

const pages: Readonly<Record<PageName, CreatePage>> = {
	model: createModelPage,
	ecosystem: createEcosystemPage,
	compare: createComparePage,
};

const root = document.getElementById("root");
if (root) {
	defineControls();
	// It can be acquired once, and nothing but this function ever holds it.
	const vscode = acquireVsCodeApi();
	const port: RpcPort = {
		post: (message) => vscode.postMessage(message),
		onMessage(listener) {
			const listen = (event: MessageEvent<unknown>) => listener(event.data);
			window.addEventListener("message", listen);
			return () => window.removeEventListener("message", listen);
		},
	};
	const keeper = { read: () => vscode.getState(), write: (state: unknown) => vscode.setState(state) };
	const createPage = new Map(Object.entries(pages)).get(root.dataset["page"] ?? "");
	void createPage?.(root, port, keeper).open();
}
