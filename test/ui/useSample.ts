import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import {
	checkoutDir,
	openWorkbench,
	type Workbench,
	type WorkbenchOptions,
} from "../workbench/openWorkbench.ts";
import { QuickPick } from "./quickPick.ts";

/** The sample folder in a workbench with a Hub of its own, there from the first test of a suite to its last. */
export interface Sample {
	readonly hub: HubServer;
	readonly workbench: Workbench;
	readonly page: Page;
	/** The box in the middle of the window. */
	readonly box: QuickPick;
}

export interface SampleOptions extends Omit<WorkbenchOptions, "folder" | "hubUrl"> {
	/** Another Hub than the one with the models of the tests. */
	readonly start?: () => Promise<HubServer>;
}

/** Opens the sample folder before the tests of the suite that this is called in, and closes it after them. */
export function useSample({ start = () => startHub(), ...options }: SampleOptions = {}): Sample {
	let hub: HubServer | undefined;
	let workbench: Workbench | undefined;

	before(async () => {
		hub = await start();
		workbench = await openWorkbench({
			...options,
			folder: join(checkoutDir, "test/workbench/sample"),
			hubUrl: hub.url,
		});
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	return {
		get hub() {
			return whenOpen(hub);
		},
		get workbench() {
			return whenOpen(workbench);
		},
		get page() {
			return whenOpen(workbench).page;
		},
		get box() {
			return new QuickPick(whenOpen(workbench).page);
		},
	};
}

function whenOpen<Part>(part: Part | undefined): Part {
	assert.ok(part !== undefined, "The sample is open in tests and in what is done before them only.");
	return part;
}
