import type { HostMethods, PanelEvents } from "../src/protocol/panelContract.ts";
import { connectRpc } from "../src/protocol/rpc.ts";
import { createPanel } from "./panel.ts";
import { defineControls } from "./toolkit.ts";

declare function acquireVsCodeApi(): {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
};

const root = document.getElementById("root");
if (root) {
	defineControls();
	// It can be acquired once, and nothing but this function ever holds it.
	const vscode = acquireVsCodeApi();
	const host = connectRpc<HostMethods, PanelEvents>({
		post: (message) => vscode.postMessage(message),
		onMessage(listener) {
			const listen = (event: MessageEvent<unknown>) => listener(event.data);
			window.addEventListener("message", listen);
			return () => window.removeEventListener("message", listen);
		},
	});
	const keeper = { read: () => vscode.getState(), write: (state: unknown) => vscode.setState(state) };
	void createPanel(root, host, keeper).open();
}
