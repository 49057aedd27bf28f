import assert from "node:assert/strict";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { openFile, placeCursor, saveAndRead, waitForText } from "./editor.ts";
import { insist } from "./insist.ts";
import { openModel, shownPanel } from "./openModel.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { readSeenText } from "./seenText.ts";
import { clearFilters, openSidebar, readCounts, readHeader, rows, view } from "./sidebar.ts";
import { until } from "./until.ts";

const repoId = "Qwen/Qwen3-8B";

describe("a model's panel", () => {
	let hub: HubServer;
	let workbench: Workbench;
	let frame: Frame;

	before(async () => {
		hub = await startHub();
		workbench = await openWorkbench({
			folder: join(checkoutDir, "test/workbench/sample"),
			hubUrl: hub.url,
			viewport: { width: 1500, height: 900 },
		});
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await waitForText(page, 'MODEL_ID = ""');
		await placeCursor(page, 5, 13);
		frame = await openModel(page, repoId);
		await until(
			"the end of reading",
			() => frame.locator("vscode-progress-ring").count(),
			(count) => count === 0,
		);
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	const readBody = (): Promise<string> => readSeenText(frame.locator("body"));

	it("opens beside the code and says who, under what license, how large, how long, how open", async () => {
		assert.equal(await workbench.page.locator(".editor-group-container").count(), 2);
		assert.equal(await readSeenText(frame.locator("h1")), "Qwen3-8B");
		const facts = [repoId, "Apache License 2.0", "8.2B", "40k", "Access\nopen", "Last change", "Facts as of"];
		await until(
			"all facts",
			async () => {
				const body = await readBody();
				return facts.filter((fact) => !body.includes(fact));
			},
			(missing) => missing.length === 0,
		);
	});

	it("has the charts really drawn, each with a name and a table behind it", async () => {
		await until(
			"the charts",
			() => countInkedCanvases(frame),
			(count) => count >= 2,
		);
		for (const figure of await frame.locator("figure:has(canvas)").all()) {
			assert.match((await figure.locator("canvas").getAttribute("aria-label")) ?? "", /\d/);
			for (const isOpen of [true, false]) {
				await insist(
					`the table ${isOpen ? "shown" : "gone"}`,
					() => figure.locator("summary").press("Enter"),
					() => figure.locator("tbody tr").count(),
					(count) => count > 0 === isOpen,
				);
			}
		}
	});

	it("says on focus how a figure is known, and stops on Escape", async () => {
		const value = frame.locator("button.value").first();
		const tip = frame.locator("[role=tooltip][data-shown]");
		await value.focus();
		await tip.waitFor();
		assert.match(await readSeenText(tip), /Read from the safetensors total/);
		await insist(
			"no tip",
			() => workbench.page.keyboard.press("Escape"),
			() => tip.count(),
			(count) => count === 0,
		);
	});

	it("counts derivatives by relation, with the largest of each", async () => {
		const relation = frame.locator(".relation", { hasText: "Fine-tunes" });
		await until(
			"the Hub's count",
			() => readSeenText(relation.locator(".count")),
			(text) => Number(text) > 0,
		);
		assert.ok((await relation.locator("li").count()) > 0);
	});

	it("gives other verdicts at another context length", async () => {
		const table = frame.locator("#fit table, section:has(#context) table").first();
		const before = await readSeenText(table);
		await setContext("End", /^32k tokens/);
		await until(
			"other figures",
			() => readSeenText(table),
			(now) => now !== before,
		);
		await setContext("Home", /^2k tokens/);
	});

	/** Moves the slider of the context length by a key. */
	async function setContext(key: string, words: RegExp): Promise<void> {
		await insist(
			`${words}`,
			() => frame.locator("#context").press(key),
			() => readSeenText(frame.locator("output")),
			(shown) => words.test(shown),
		);
	}

	it("opens the parts of a verdict by keyboard and closes them with the focus where it was", async () => {
		await setContext("Home", /^2k tokens/);
		const parts = frame.locator("tr.parts");
		await insist(
			"the parts",
			() => frame.locator("#cell-0-0").press("Enter"),
			() => parts.count(),
			(count) => count === 1,
		);
		for (const part of ["Weights", "KV cache at 2k tokens", "Needed in all", "The target can give"]) {
			await parts.getByText(part, { exact: true }).waitFor();
		}
		await insist(
			"no parts",
			() => workbench.page.keyboard.press("Escape"),
			() => parts.count(),
			(count) => count === 0,
		);
		assert.equal(await frame.evaluate(() => document.activeElement?.id), "cell-0-0");
	});

	it("says what the license asks for and what is known of the files' safety", async () => {
		const body = await readBody();
		assert.match(body, /Keep the license text and notices/);
		assert.match(body, /not legal advice/);
		assert.match(body, /Code of its own\nno/);
	});

	it("copies the ID, and says so", async () => {
		// It says so for two seconds only: who looks when it is over has missed it.
		await Promise.all([
			frame.getByRole("button", { name: "Copied" }).waitFor(),
			frame.getByRole("button", { name: "Copy ID" }).click(),
		]);
		assert.equal(await workbench.page.evaluate(() => navigator.clipboard.readText()), repoId);
		await frame.getByRole("button", { name: "Copy ID" }).waitFor();
	});

	it("copies the snippet of the chosen tab", async () => {
		await chooseTab("vLLM");
		const panel = frame.locator("vscode-panel-view:not([hidden])");
		await Promise.all([
			panel.getByRole("button", { name: "Copied" }).waitFor(),
			panel.getByRole("button", { name: "Copy" }).click(),
		]);
		const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
		assert.match(copied, /vllm serve .*Qwen\/Qwen3-8B/);
	});

	it("walks its tabs by arrow keys", async () => {
		await chooseTab("vLLM");
		const next = frame.getByRole("tab", { name: "SGLang" });
		await insist(
			"the next tab",
			() => frame.getByRole("tab", { name: "vLLM" }).press("ArrowRight"),
			() => next.getAttribute("aria-selected"),
			(selected) => selected === "true",
		);
	});

	async function chooseTab(name: string): Promise<void> {
		const tab = frame.getByRole("tab", { name, exact: true });
		await insist(
			`the tab ${name}`,
			() => tab.click(),
			() => tab.getAttribute("aria-selected"),
			(selected) => selected === "true",
		);
	}

	it("inserts the ID into the editor last used, saying where", async () => {
		await frame.getByRole("button", { name: "Insert into summarize.py" }).click();
		await saveAndRead(workbench, "summarize.py", 'MODEL_ID = "Qwen/Qwen3-8B"');
	});

	it("inserts a snippet", async () => {
		await openFile(workbench.page, "summarize.py");
		await placeCursor(workbench.page, 11, 1);
		await chooseTab("Transformers");
		await frame.locator("vscode-panel-view:not([hidden])").getByRole("button", { name: "Insert" }).click();
		await saveAndRead(workbench, "summarize.py", 'pipe = pipeline("text-generation", model="Qwen/Qwen3-8B")');
	});

	it("watches, and shows it in the sidebar", async () => {
		await openSidebar(workbench.page);
		const watch = frame.getByRole("button", { name: "Watch" });
		const press = async (isPressed: boolean): Promise<void> => {
			if ((await watch.getAttribute("aria-pressed")) !== String(isPressed)) {
				await watch.click();
			}
		};
		const watched = rows(workbench.page, "Watched").filter({ hasText: "Qwen3-8B" });
		for (const isPressed of [true, false]) {
			await insist(
				isPressed ? "it among the watched" : "it no longer among the watched",
				() => press(isPressed),
				() => watched.count(),
				(count) => count === Number(isPressed),
			);
		}
		await view(workbench.page, "Watched").getByText("Watch a model to keep it here").waitFor();
	});

	it("leads to all derivatives of a relation in the sidebar", async () => {
		const { page } = workbench;
		const count = Number(
			await readSeenText(frame.locator(".relation", { hasText: "Fine-tunes" }).locator(".count")),
		);
		await insist(
			"the filter",
			() => frame.locator(".relation", { hasText: "Fine-tunes" }).locator("button.all").click(),
			() => readHeader(page, "Models"),
			(header) => header.includes("most downloaded · Fine-tunes of Qwen3-8B"),
		);
		await until(
			"as many as the panel counts",
			() => readCounts(page),
			({ left }) => left === count,
		);
		await clearFilters(page);
	});

	it("opens a derivative in a panel of its own", async () => {
		const link = frame.locator(".relation li button").first();
		const derivative = await readSeenText(link);
		await link.click();
		const other = await shownPanel(workbench.page, derivative);
		assert.ok((await readSeenText(other.locator("body"))).includes(derivative));
	});

	it("breaks no content policy", () => assertNoPolicyErrors(workbench));
});
