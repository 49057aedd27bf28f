import assert from "node:assert/strict";
import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { runCommand } from "./editor.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { QuickPick } from "./quickPick.ts";
import {
	type Counts,
	clearFilters,
	goToEnd,
	listNames,
	openSidebar,
	pressTitleAction,
	readCounts,
	readHeader,
	rows,
	searchModels,
	waitForHubList,
} from "./sidebar.ts";
import { until } from "./until.ts";

describe("filters, search and order of the list", () => {
	let hub: HubServer;
	let workbench: Workbench;
	let box: QuickPick;

	before(async () => {
		hub = await startHub();
		workbench = await openWorkbench({
			folder: join(checkoutDir, "test/workbench/sample"),
			hubUrl: hub.url,
		});
		box = new QuickPick(workbench.page);
		const { page } = workbench;
		await openSidebar(page);
		await waitForHubList(page);
		await runCommand(page, "Open Models: Add Target…");
		await box.waitFor("Add a target");
		await box.type("RTX 4070");
		await box.choose("GeForce RTX 4070, 12 GiB");
		await rows(page, "Targets").filter({ hasText: "RTX 4070" }).waitFor();
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	const readNow = (): Promise<Counts> => readCounts(workbench.page);

	async function openFilter(field: string): Promise<void> {
		await pressTitleAction(workbench.page, "Models", "Filter Models…");
		await box.waitFor("Filter models");
		await box.choose(field);
		await box.waitFor(field);
	}

	async function leaveFilter(): Promise<void> {
		await box.waitFor("Filter models");
		await box.press("Escape");
		await box.waitUntilGone();
	}

	it("filters by license terms, from counts, and says so", async () => {
		const { page } = workbench;
		await openFilter("License terms");
		const [, permissive = ""] = /permissive, ([\d,]+)/.exec((await box.listRows()).join("\n")) ?? [];
		assert.match(permissive, /\d/);
		await box.toggle("permissive");
		await box.pressOk();
		await leaveFilter();
		const { left } = await until("fewer models", readNow, ({ left: now, known }) => now < known);
		assert.ok(left >= Number(permissive.replaceAll(",", "")), "as many as counted, and what the Hub adds");
		assert.match(await readHeader(page, "Models"), /trending · permissive/);
	});

	it("says how many are hidden because a fact is not stated, and shows them on a press", async () => {
		const { page } = workbench;
		const { left } = await until("the filtered list", readNow, (counts) => counts.left < counts.known);
		await goToEnd(page, "Models");
		const note = rows(page, "Models").filter({ hasText: /hidden: license not stated/ });
		await note.waitFor();
		const [, hidden = ""] = /([\d,]+) hidden/.exec((await note.textContent()) ?? "") ?? [];
		await note.click();
		const { left: now } = await until("the hidden ones", readNow, (counts) => counts.left > left);
		assert.ok(now - left >= Number(hidden.replaceAll(",", "")));
		await clearFilters(workbench.page);
	});

	for (const { field, value, header } of [
		{ field: "Task", value: "text generation", header: /text generation/ },
		{ field: "Natural language", value: "Polish", header: /· pl/ },
		{ field: "Format", value: "gguf", header: /gguf/ },
	]) {
		it(`filters by ${field.toLowerCase()}`, async () => {
			await openFilter(field);
			await box.type(value);
			await until(
				"the value",
				() => box.listRows(),
				([first = ""]) => first.startsWith(value),
			);
			const [, count = ""] = /, ([\d,]+)$/.exec((await box.listRows())[0] ?? "") ?? [];
			await box.press("ArrowDown");
			await box.press("Space");
			await box.press("Enter");
			await leaveFilter();
			const { left } = await until("fewer models", readNow, ({ left: now, known }) => now < known);
			assert.ok(left >= Number(count.replaceAll(",", "")), "as many as counted, and what the Hub adds");
			assert.match(await readHeader(workbench.page, "Models"), header);
			await clearFilters(workbench.page);
		});
	}

	it("filters by hardware and by parameters, and by several at once", async () => {
		const { page } = workbench;
		await openFilter("Hardware target");
		await box.toggle("GeForce RTX 4070");
		await box.pressOk();
		await box.waitFor("Filter models");
		const fits = await until("those that fit", readNow, ({ left, known }) => left < known);
		await box.choose("Parameters");
		await box.waitFor("Parameters");
		await box.choose("up to 1B");
		await leaveFilter();
		const both = await until("the small ones", readNow, ({ left }) => left < fits.left);
		assert.ok(both.left > 0);
		assert.match(await readHeader(page, "Models"), /up to 1B · NVIDIA 11 GiB|up to 1B · NVIDIA 12 GiB/);
	});

	it("offers what to loosen where filters leave nothing", async () => {
		const { page } = workbench;
		await searchModels(workbench.page, "DeepSeek-V4");
		await until("nothing left", readNow, ({ left }) => left === 0);
		await rows(page, "Models").filter({ hasText: "No model passes all of the filters." }).waitFor();
		await rows(page, "Models").filter({ hasText: "Look for “DeepSeek-V4” on the Hub" }).waitFor();
		await rows(page, "Models").filter({ hasText: "Clear filters and search" }).click();
		await until("all models", readNow, ({ left, known }) => left === known);
		await openFilter("Parameters");
		await box.choose("up to 1B");
		await leaveFilter();
		await searchModels(workbench.page, "DeepSeek-V4");
		const loosen = rows(page, "Models").filter({ hasText: /Without “Parameters”: \d+/ });
		await loosen.waitFor();
		const [, count = ""] = /: (\d+)/.exec((await loosen.textContent()) ?? "") ?? [];
		await loosen.click();
		await until("what the filter took", readNow, ({ left }) => left === Number(count));
		await clearFilters(workbench.page);
	});

	it("sorts, and says by what", async () => {
		const { page } = workbench;
		await pressTitleAction(page, "Models", "Sort Models…");
		await box.waitFor("Sort models");
		await box.choose("most downloaded");
		await until(
			"the order",
			() => readHeader(page, "Models"),
			(header) => header.includes("most downloaded"),
		);
		await until(
			"the most downloaded first",
			() => listNames(page, "Models"),
			([first]) => first === "all-MiniLM-L6-v2",
		);
		await pressTitleAction(page, "Models", "Sort Models…");
		await box.waitFor("Sort models");
		await box.choose("trending");
		await until(
			"the order",
			() => readHeader(page, "Models"),
			(header) => header.includes("trending"),
		);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(workbench));
});
