import type { Frame } from "playwright-core";
import { until } from "./until.ts";

/** Waits until a page needs no more room to the side than its frame has. */
export async function waitForNoSidewaysScrolling(frame: Frame): Promise<void> {
	await until(
		"a page no wider than its frame",
		() => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
		(excess) => excess <= 0,
	);
}
