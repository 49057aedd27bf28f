import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { clickAfresh } from "./clickAfresh.ts";
import { insist } from "./insist.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import type { QuickPick } from "./quickPick.ts";
import {
	type Counts,
	clearFilters,
	ensureTarget,
	goToEnd,
	listNames,
	openBox,
	openSidebar,
	readCounts,
	rows,
	searchModels,
	waitForHeader,
	waitForHubList,
} from "./sidebar.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

describe("filters, search and order of the list", () => {
	const sample = useSample();
	let box: QuickPick;

	before(async () => {
		box = sample.box;
		const { page } = sample;
		await openSidebar(page);
		await waitForHubList(page);
		await ensureTarget(page, "GeForce RTX 4070, 12 GiB");
	});

	// What a test that failed has left must not be in the way of the next.
	afterEach(() => clearFilters(sample.page));

	const readNow = (): Promise<Counts> => readCounts(sample.page);

	async function openFilter(field: string): Promise<void> {
		await openBox(sample.page, "Filter Models…", "Filter models");
		await box.choose(field);
		await box.waitFor(field);
	}

	async function leaveFilter(): Promise<void> {
		await box.waitFor("Filter models");
		await box.leave();
	}

	it("filters by license terms, from counts, and says so", async () => {
		const { page } = sample;
		await openFilter("License terms");
		const [, permissive = ""] = /permissive, ([\d,]+)/.exec((await box.listRows()).join("\n")) ?? [];
		assert.match(permissive, /\d/);
		await box.clickChecked("permissive", true);
		await box.pressOk();
		await leaveFilter();
		const { left } = await until("fewer models", readNow, ({ left: now, known }) => now < known);
		assert.ok(left >= Number(permissive.replaceAll(",", "")), "as many as counted, and what the Hub adds");
		await waitForHeader(page, "Models", /trending · permissive/);
	});

	it("says how many are hidden because a fact is not stated, and shows them on a press", async () => {
		const { page } = sample;
		await openFilter("License terms");
		await box.clickChecked("permissive", true);
		await box.pressOk();
		await leaveFilter();
		const { left } = await until("the filtered list", readNow, (counts) => counts.left < counts.known);
		const note = await goToEnd(page, /hidden: license not stated/);
		const [, hidden = ""] = /([\d,]+) hidden/.exec((await note.textContent()) ?? "") ?? [];
		// The Hub may add to both meanwhile.
		const atLeast = left + Number(hidden.replaceAll(",", ""));
		await press(note, "the hidden ones", (counts) => counts.left >= atLeast);
		await note.waitFor({ state: "detached" });
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
			await box.setChecked(value, true);
			await box.press("Enter");
			await leaveFilter();
			const { left } = await until("fewer models", readNow, ({ left: now, known }) => now < known);
			assert.ok(left >= Number(count.replaceAll(",", "")), "as many as counted, and what the Hub adds");
			await waitForHeader(sample.page, "Models", header);
		});
	}

	it("filters by hardware and by parameters, and by several at once", async () => {
		const { page } = sample;
		await openFilter("Hardware target");
		await box.clickChecked("GeForce RTX 4070", true);
		await box.pressOk();
		await box.waitFor("Filter models");
		const fits = await until("those that fit", readNow, ({ left, known }) => left < known);
		await box.choose("Parameters");
		await box.waitFor("Parameters");
		await box.choose("up to 1B");
		await leaveFilter();
		const both = await until("the small ones", readNow, ({ left }) => left < fits.left);
		assert.ok(both.left > 0);
		await waitForHeader(page, "Models", /up to 1B · GeForce RTX 4070/);
	});

	it("offers what to loosen where filters leave nothing", async () => {
		const { page } = sample;
		const row = (text: string | RegExp): Locator => rows(page, "Models").filter({ hasText: text });
		await filterSmall();
		await searchModels(page, "DeepSeek-V4");
		await until("nothing left", readNow, ({ left }) => left === 0);
		await row("No model passes all of the filters.").waitFor();
		await row("Look for “DeepSeek-V4” on the Hub").waitFor();
		await press(
			row("Clear filters and search"),
			"all models",
			({ left, known }) => known > 0 && left === known,
		);
		await filterSmall();
		await searchModels(page, "DeepSeek-V4");
		const loosen = row(/Without “Parameters”: \d+/);
		await loosen.waitFor();
		const [, count = ""] = /: (\d+)/.exec((await loosen.textContent()) ?? "") ?? [];
		await press(loosen, "what the filter took, and what the Hub adds", ({ left }) => left >= Number(count));
	});

	it("sorts, and says by what", async () => {
		await sortBy("most downloaded");
		await until(
			"the most downloaded first",
			() => listNames(sample.page, "Models"),
			([first]) => first === "all-MiniLM-L6-v2",
		);
		await sortBy("trending");
	});

	async function sortBy(order: string): Promise<void> {
		await openBox(sample.page, "Sort Models…", "Sort models");
		await box.choose(order);
		await waitForHeader(sample.page, "Models", new RegExp(order));
	}

	async function filterSmall(): Promise<void> {
		await openFilter("Parameters");
		await box.choose("up to 1B");
		await leaveFilter();
	}

	/** Presses a line of the list until the counts say that it was heard. */
	function press(row: Locator, what: string, isRight: (counts: Counts) => boolean): Promise<Counts> {
		return insist(
			what,
			async () => {
				if (await row.isVisible()) {
					await clickAfresh(row);
				}
			},
			readNow,
			isRight,
		);
	}

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
