import { setTimeout as delay } from "node:timers/promises";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { openWorkbench } from "../workbench/openWorkbench.ts";
import { type Bench, makeFigure } from "./benchFigure.ts";

/** So long without a request means that none is to come. */
const quietMs = 3000;

const modelId = "Qwen/Qwen3-8B";

/** How many requests the Hub gets when the sidebar is first opened, and when a model is. Redirects count. */
export const requestsBench: Bench = {
	name: "requests",
	async *measure() {
		const hub = await startHub();
		// First on the list, with derivatives of every relation: a model that asks for as much as any.
		hub.patchModel(modelId, { trendingScore: 100_000 });
		const workbench = await openWorkbench({ hubUrl: hub.url });
		try {
			const { page } = workbench;
			await page.getByRole("tab", { name: "Open Models" }).click();
			const row = page.getByRole("treeitem", { name: /^Qwen3-8B,/ });
			await row.waitFor();
			yield makeFigure("requests.coldStart", await countUntilQuiet(hub), "requests", 3, 0);
			hub.clearRequests();
			await row.click();
			yield makeFigure("requests.openModel", await countUntilQuiet(hub), "requests", 6, 0);
		} finally {
			await workbench.close();
			await hub.close();
		}
	},
};

/** Requests so far, once there has been at least one and then silence. */
async function countUntilQuiet({ requests }: HubServer): Promise<number> {
	for (;;) {
		const before = requests.length;
		await delay(quietMs);
		if (before > 0 && requests.length === before) {
			return before;
		}
	}
}
