import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bundleHostSuite, type HostKind } from "./bundleHostSuite.ts";
import { collectEvents } from "./collectEvents.ts";
import { checkoutDir, openWorkbench } from "./openWorkbench.ts";
import type { TestEvent } from "./testEvent.ts";

const silenceDeadlineMs = 120_000;
const pollMs = 200;

/**
 * Runs the host tests in the extension host of a browser VS Code with a copy of `test/host/workspace`.
 * @param onEvent is told every result
 * @throws when the suite does not come to its end: a crash, or two minutes without any result
 */
export async function runHostSuite(kind: HostKind, onEvent: (event: TestEvent) => void): Promise<void> {
	let isEnded = false;
	let lastNewsAtMs = Date.now();
	const collector = await collectEvents((event) => {
		isEnded ||= event.kind === "end";
		lastNewsAtMs = Date.now();
		onEvent(event);
	});
	try {
		const suite = await bundleHostSuite(kind, collector.url);
		const workbench = await openWorkbench({ folder: join(checkoutDir, "test/host/workspace"), ...suite });
		let isServerAlive = true;
		void workbench.server.exited.then(() => {
			isServerAlive = false;
		});
		try {
			while (!isEnded) {
				const why = !isServerAlive
					? "the server ended"
					: workbench.page.isClosed() || workbench.hasCrashed()
						? "the page crashed"
						: Date.now() - lastNewsAtMs > silenceDeadlineMs
							? `nothing was heard for ${silenceDeadlineMs / 1000} s`
							: undefined;
				if (why !== undefined) {
					throw new Error(
						`The suite did not come to its end: ${why}.\n` +
							`Server log:\n${workbench.server.readLog().slice(-4_000)}\n` +
							`Page errors:\n${workbench.pageErrors.slice(-20).join("\n")}`,
					);
				}
				await delay(pollMs);
			}
		} finally {
			await workbench.close();
		}
	} finally {
		await collector.close();
	}
}
