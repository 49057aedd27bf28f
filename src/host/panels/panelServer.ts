import * as vscode from "vscode";
import type { PageName } from "../../protocol/pageName.ts";
import { type RpcHandlers, serveRpc } from "../../protocol/rpc.ts";
import { describeProblem, logProblem } from "../errors.ts";
import type { PanelHouse } from "./panelHouse.ts";
import { createPanelPage } from "./panelPage.ts";

/** Several changes at once, as when a reply comes in, make one snapshot. */
const snapshotDelayMs = 30;

/** The host's end of one panel. */
export interface PanelServer {
	/** Tells the page soon, with a snapshot that is made then. */
	tellSoon(): void;
}

/** What a panel is served with. */
export interface PanelService<Methods, Events> {
	readonly page: PageName;
	readonly handlers: RpcHandlers<Methods>;
	/** The event that tells of a new snapshot, and the snapshot. */
	readonly event: keyof Events & string;
	readonly createSnapshot: () => Events[keyof Events & string];
	/** Ends with the panel. */
	readonly subscriptions: readonly vscode.Disposable[];
}

/**
 * Shows a page in a panel and answers what it asks, until the panel is closed. The host owns all that is shown: the page
 * asks when it is ready and gets whole snapshots, so that a hidden panel loses nothing.
 */
export function servePanel<Methods, Events>(
	panel: vscode.WebviewPanel,
	house: PanelHouse,
	service: PanelService<Methods, Events>,
): PanelServer {
	const { webview } = panel;
	const server = serveRpc<Methods, Events>(
		{
			post: (message) => void webview.postMessage(message),
			onMessage: (listener) => {
				const subscription = webview.onDidReceiveMessage(listener);
				return () => subscription.dispose();
			},
		},
		service.handlers,
		(error) => {
			logProblem(error, house.log);
			return { code: "failed", message: describeProblem(error)?.words ?? "" };
		},
	);
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let isClosed = false;
	panel.onDidDispose(() => {
		isClosed = true;
		clearTimeout(waiting);
		server.dispose();
		vscode.Disposable.from(...service.subscriptions).dispose();
	});
	webview.html = createPanelPage(webview, house, service.page);
	return {
		tellSoon() {
			clearTimeout(waiting);
			if (isClosed) {
				return;
			}
			waiting = setTimeout(() => server.emit(service.event, service.createSnapshot()), snapshotDelayMs);
		},
	};
}
