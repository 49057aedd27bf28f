import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { clickAfresh } from "./clickAfresh.ts";
import { openFile, placeCursor, readEditors, runCommand, waitForEditorFocus, waitForText } from "./editor.ts";
import { insist } from "./insist.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

const written = "qwen/qwen3-8b";
const canonical = "Qwen/Qwen3-8B";
const other = "Qwen/Qwen3-0.6B";

describe("model IDs in the code, by keyboard", () => {
	let hub: HubServer;
	let folder: string;
	let workbench: Workbench;

	before(async () => {
		hub = await startHub();
		folder = await mkdtemp(join(tmpdir(), "open-models-code-"));
		await writeFile(join(folder, "serve.py"), `model = AutoModel.from_pretrained("${written}")\n`);
		await writeFile(join(folder, "values.yaml"), `model_id: ${canonical}\n`);
		workbench = await openWorkbench({ folder, hubUrl: hub.url });
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
		await rm(folder, { recursive: true, force: true });
	});

	it("say on hover what they are, and are corrected by a quick fix", async () => {
		const { page } = workbench;
		await openFile(page, "serve.py");
		await page.locator(".squiggly-warning").first().waitFor();
		await placeCursor(page, 1, 45);
		const card = page.locator(".monaco-hover:visible", { hasText: "Compare…" });
		await insist(
			"the hover",
			async () => {
				await page.keyboard.press("Control+K");
				await page.keyboard.press("Control+I");
			},
			() => card.isVisible(),
			(isThere) => isThere,
		);
		const words = (await card.textContent()) ?? "";
		assert.match(words, /Apache-2\.0|free to use/);
		assert.match(words, /Details.*Compare….*On the Hub/);
		await page.keyboard.press("Escape");
		await card.waitFor({ state: "hidden" });

		const fix = page.locator(".action-widget .monaco-list-row", { hasText: `Write “${canonical}”` });
		await insist(
			"the fixed ID",
			async () => {
				await page.keyboard.press("Control+.");
				await fix.waitFor({ timeout: 10_000 });
				await page.keyboard.press("Enter");
			},
			() => readEditors(page),
			(code) => code.includes(`from_pretrained("${canonical}")`),
		);
		await page.locator(".squiggly-warning").first().waitFor({ state: "detached" });
	});

	it("are swapped in every file after a preview, and put back by one undo", async () => {
		const { page } = workbench;
		const box = new QuickPick(page);
		await page.keyboard.press("Control+S");
		await runCommand(page, "Open Models: Swap Model");
		await box.waitFor("Swap Which Model?");
		await box.typeByKey(canonical);
		await until(
			"the model",
			() => box.readActive(),
			(active) => active.startsWith(`${canonical},`),
		);
		await box.press("Enter");
		await box.waitFor(`Swap ${canonical} for Which Model?`);
		await box.typeByKey(other);
		await until(
			"the other",
			() => box.readActive(),
			(active) => active.startsWith(`${other},`),
		);
		await box.press("Enter");
		await box.waitFor(`Swap ${canonical} for ${other}`);
		await until(
			"the preview offered",
			() => box.readActive(),
			(active) => active.includes("2 places in 2 files"),
		);
		await box.press("Enter");
		const apply = page.getByRole("button", { name: "Apply", exact: true });
		await apply.waitFor();
		assert.ok(!(await readEditors(page)).includes(other), "nothing is written before it was ticked");
		for (const name of ["serve.py", "values.yaml"]) {
			const row = page.locator(".part.panel .monaco-list-row", { hasText: name }).first();
			const tick = row.getByRole("checkbox").first();
			await insist(
				`${name} ticked`,
				() => clickAfresh(tick),
				() => tick.isChecked(),
				(isTicked) => isTicked,
			);
		}
		await apply.click();
		await waitForText(page, `from_pretrained("${other}")`);

		// VS Code asks whether the other files are meant too, if it knows them as one edit.
		const all = page.locator(".monaco-dialog-box .monaco-button", { hasText: "Undo in 2 Files" });
		await openFile(page, "serve.py");
		await waitForEditorFocus(page);
		await page.keyboard.press("Control+Z");
		await until(
			"what was there before",
			async () => {
				if (await all.isVisible()) {
					await all.click();
				}
				return readEditors(page);
			},
			(shown) => shown.includes(`from_pretrained("${canonical}")`),
		);
		await openFile(page, "values.yaml");
		await waitForText(page, `model_id: ${canonical}`);
	});
});
