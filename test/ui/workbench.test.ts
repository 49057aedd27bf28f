import assert from "node:assert/strict";
import { join } from "node:path";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";

describe("the workbench", () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder: join(checkoutDir, "test/workbench/sample"), theme: "dark" });
	});

	after(() => workbench?.close());

	it("opens in the theme that is asked for", async () => {
		const { page } = workbench;
		await page.locator(".monaco-workbench.vs-dark").waitFor();
	});

	it("shows the folder and the extension's own icon beside it", async () => {
		const { page } = workbench;
		await page.getByRole("treeitem", { name: "summarize.py" }).waitFor();
		const icon = page.getByRole("tab", { name: "Open Models" });
		await icon.click();
		await page.getByRole("heading", { name: "Open Models" }).first().waitFor();
		assert.equal(await icon.getAttribute("aria-selected"), "true");
	});
});
