import assert from "node:assert/strict";
import type { Workbench } from "../workbench/openWorkbench.ts";

/** Fails if a page or frame has so far been refused something by its content security policy. */
export function assertNoPolicyErrors({ pageErrors }: Workbench): void {
	assert.deepEqual(
		pageErrors.filter((error) =>
			/content security policy|\bCSP\b|refused to (load|apply|execute)/i.test(error),
		),
		[],
	);
}
