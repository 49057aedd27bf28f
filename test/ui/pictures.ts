import assert from "node:assert/strict";
import { copyFile, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { checkoutDir } from "../workbench/openWorkbench.ts";

/** Every run puts its pictures here; with `UPDATE_IMAGES=1` those that the README shows are replaced as well. */
const shotsDir = join(checkoutDir, "out/test/ui");
const imagesDir = join(checkoutDir, "docs/images");
const mostImageBytes = 250_000;

/** @param heightPx of what is shown, from above; all of the window when not given */
export async function takePicture(
	page: Page,
	name: string,
	isShown: boolean,
	heightPx?: number,
): Promise<void> {
	const path = join(shotsDir, `${name}.png`);
	const clip = heightPx === undefined ? undefined : { x: 0, y: 0, width: 1200, height: heightPx };
	await mkdir(shotsDir, { recursive: true });
	await page.mouse.move(600, 795);
	await page.screenshot({ path, animations: "disabled", ...(clip && { clip }) });
	assert.ok((await stat(path)).size < mostImageBytes, `${name}.png is too large`);
	if (isShown && process.env["UPDATE_IMAGES"] === "1") {
		await mkdir(imagesDir, { recursive: true });
		await copyFile(path, join(imagesDir, `${name}.png`));
	}
}
