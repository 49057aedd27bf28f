import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { bundleHostSuite, type HostKind, type HostPlace } from "./bundleHostSuite.ts";
import { collectEvents } from "./collectEvents.ts";
import { checkoutDir, openWorkbench, type Workbench } from "./openWorkbench.ts";
import type { TestEvent } from "./testEvent.ts";

const silenceDeadlineMs = 300_000;
const pollMs = 200;

/**
 * Runs the host tests in the extension host of a browser VS Code; a folder is a copy of `test/host/workspace`.
 * @param onEvent is told every result
 * @throws when the suite does not come to its end: a crash, or five minutes without any result
 */
export async function runHostSuite(
	kind: HostKind,
	place: HostPlace,
	onEvent: (event: TestEvent) => void,
): Promise<void> {
	let isEnded = false;
	let lastNewsAtMs = Date.now();
	const collector = await collectEvents((event) => {
		isEnded ||= event.kind === "end";
		lastNewsAtMs = Date.now();
		onEvent(event);
	});
	try {
		const suite = await bundleHostSuite(kind, place, collector.url);
		if (!suite) {
			return;
		}
		const workbench = await openWorkbench({
			...(place === "nothing" ? {} : { folder: join(checkoutDir, "test/host/workspace") }),
			isTrusted: place !== "untrusted",
			...suite,
		});
		let isServerAlive = true;
		void workbench.server.exited.then(() => {
			isServerAlive = false;
		});
		lastNewsAtMs = Date.now();
		try {
			while (!isEnded) {
				const why = isServerAlive ? (findCrash(workbench) ?? findSilence(lastNewsAtMs)) : "the server ended";
				if (why !== undefined) {
					throw new Error(describeEarlyEnd(why, workbench));
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

function findCrash({ page, hasCrashed, server }: Workbench): string | undefined {
	if (page.isClosed() || hasCrashed()) {
		return "the page crashed";
	}
	return /Extension Host Process exited with .*/.exec(server.readLog())?.[0];
}

function findSilence(lastNewsAtMs: number): string | undefined {
	const isSilent = Date.now() - lastNewsAtMs > silenceDeadlineMs;
	return isSilent ? `nothing was heard for ${silenceDeadlineMs / 1000} s` : undefined;
}

function describeEarlyEnd(why: string, { server, pageErrors }: Workbench): string {
	return [
		`The suite did not come to its end: ${why}`,
		"Server log:",
		server.readLog().slice(-4_000),
		"Page errors:",
		...pageErrors.slice(-20).map((error) => error.slice(0, 300)),
	].join("\n");
}
