import assert from "node:assert/strict";
import { join } from "node:path";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { runCommand } from "./editor.ts";

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

	it("leads a newcomer through, who asks for it", async () => {
		const { page } = workbench;
		// The picture stands beside the steps where there is room for it.
		await page.setViewportSize({ width: 1700, height: 900 });
		assert.equal(await page.getByText("Get Started with Open Models").count(), 0, "it opened by itself");
		await runCommand(page, "Open Models: Get Started");
		await page.getByRole("heading", { name: "Get Started with Open Models", level: 2 }).waitFor();
		const picture = page.frameLocator("iframe.webview").frameLocator("iframe").locator("svg");
		await picture.waitFor();
		await page.getByRole("button", { name: "Pick a model for your workload" }).click();
		await page.getByRole("button", { name: "Pick a Model", exact: true }).click();
		await page.getByText("Pick a model: what for?").waitFor();
	});
});
