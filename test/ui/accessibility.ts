import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import { checkoutDir } from "../workbench/openWorkbench.ts";

/** Fails with what axe-core finds serious or critical in a frame. It is handed in from outside, past the page's policy. */
export async function assertAccessible(frame: Frame): Promise<void> {
	await frame.evaluate(await readFile(join(checkoutDir, "node_modules/axe-core/axe.min.js"), "utf8"));
	const { violations } = await frame.evaluate<AxeResults>("axe.run(document)");
	const found = violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(
			({ id, help, nodes }) =>
				`${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
		);
	assert.deepEqual(found, []);
}
