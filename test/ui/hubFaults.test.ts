import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { insist } from "./insist.ts";
import { openModel } from "./openModel.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { readSeenText } from "./seenText.ts";
import { modelRows, openSidebar, pressTitleAction, readMessage, waitForHubList } from "./sidebar.ts";
import { until } from "./until.ts";

const markup = '<img src=x onerror="document.body.id=1"><b>bold</b>';
const reordering = "\u202Egpj.exe";

/** A model whose every free text tries to be something else than text. */
const hostileRow = {
	id: "loopback-labs/hostile",
	pipeline_tag: markup,
	library_name: markup,
	createdAt: "2026-01-01T00:00:00.000Z",
	lastModified: "2026-02-01T00:00:00.000Z",
	downloads: 12,
	likes: 1,
	trendingScore: 9000,
	tags: ["license:other", `region:${markup}`],
	cardData: { license: "other", license_name: `${markup}${reordering}`, language: [markup, reordering] },
};

describe("a Hub that fails, or lies", () => {
	let hub: HubServer;
	let workbench: Workbench;

	before(async () => {
		const own: unknown = JSON.parse(await readFile(join(checkoutDir, "test/hub/models.json"), "utf8"));
		hub = await startHub({ rows: [hostileRow, ...(Array.isArray(own) ? own : [])] });
		workbench = await openWorkbench({ hubUrl: hub.url });
	});

	afterEach(() => hub.clearFaults());

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	const readProblem = (frame: Frame): Promise<string> => readSeenText(frame.locator(".problem"));

	it("shows what a hostile model calls itself as text, in the list and in the panel", async () => {
		const { page } = workbench;
		await openSidebar(page);
		await waitForHubList(page);
		const frame = await openModel(page, "loopback-labs/hostile");
		const shown = await until(
			"the Hub's answer",
			() => readSeenText(frame.locator("body")),
			(text) => text.includes("<img src=x"),
		);
		assert.ok(!shown.includes("\u202E"), "a character that reorders the text is on the screen");
		assert.equal(await frame.locator("#root img, #root b, #root script").count(), 0);
		assert.equal(await frame.evaluate(() => document.body.id), "");
		assert.equal(await page.locator(".pane img[src=x], .pane b").count(), 0);
	});

	it("says that there is no such model, and offers to try again", async () => {
		const frame = await openModel(workbench.page, "nobody/nothing-here");
		await until(
			"why",
			() => readProblem(frame),
			(words) => words.includes("The Hub has no such model"),
		);
		await frame.getByRole("button", { name: "Try Again" }).waitFor();
		assert.equal(await readSeenText(frame.locator("h1")), "nothing-here");
	});

	for (const { title, repoId, fault, words } of [
		{
			title: "has a problem of its own",
			repoId: "openai/gpt-oss-20b",
			fault: { status: 500 },
			words: "problem of its own",
		},
		{
			title: "drops the connection",
			repoId: "microsoft/phi-4",
			fault: { dropConnection: true },
			words: "cannot be reached",
		},
		{
			title: "answers with half a body",
			repoId: "BAAI/bge-m3",
			fault: { truncateBody: true } as const,
			words: "The Hub",
		},
	]) {
		it(`shows what is known when the Hub ${title}, one line of why, and recovers`, async () => {
			hub.setFaults([{ match: "/api/", ...fault }]);
			const frame = await openModel(workbench.page, repoId);
			await until(
				"why",
				() => readProblem(frame),
				(shown) => shown.includes(words),
			);
			assert.equal(await frame.locator(".problem p").count(), 1);
			await frame.getByRole("heading", { name: "License and safety" }).waitFor();
			await until(
				"the charts",
				() => countInkedCanvases(frame),
				(count) => count >= 1,
			);
			hub.clearFaults();
			await insist(
				"no problem",
				() => frame.getByRole("button", { name: "Try Again" }).click(),
				() => frame.locator(".problem p").count(),
				(count) => count === 0,
			);
		});
	}

	it("shows what is known at once while the Hub is slow, and says that it asks", async () => {
		hub.setFaults([{ match: "/api/", delayMs: 60_000 }]);
		const frame = await openModel(workbench.page, "Qwen/Qwen3-32B");
		await frame.locator('vscode-progress-ring[aria-label="Asking the Hub"]').waitFor();
		assert.ok((await readSeenText(frame.locator("body"))).includes("Apache License 2.0"));
		hub.clearFaults();
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
	});

	it("keeps the list, with one line of why, and recovers on a press", async () => {
		const { page } = workbench;
		await openSidebar(page);
		hub.setFaults([{ match: "/api/", status: 500 }]);
		const refresh = (): Promise<void> => pressTitleAction(page, "Models", "Refresh Models");
		await insist(
			"why",
			refresh,
			() => readMessage(page, "Models"),
			(text) => text.includes("problem of its own"),
		);
		assert.ok((await modelRows(page).count()) > 5);
		hub.clearFaults();
		await insist(
			"the Hub's list",
			refresh,
			() => readMessage(page, "Models"),
			(text) => !text.includes("problem"),
		);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(workbench));
});
