import assert from "node:assert/strict";
import { clickActionAfresh } from "./clickAfresh.ts";
import { runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { takePicture } from "./pictures.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import {
	modelRow,
	openSidebar,
	readDescription,
	readHeader,
	searchModels,
	view,
	waitForHeader,
	waitForHubList,
} from "./sidebar.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

const repoId = "Qwen/Qwen3-8B";
const name = "Qwen3-8B";

describe("what changed of a watched model since it was last looked at", () => {
	const sample = useSample({ viewport: { width: 1200, height: 800 } });

	before(async () => {
		const { hub, page } = sample;
		await openSidebar(page);
		await waitForHubList(page);
		await searchModels(page, name);
		const row = modelRow(page, name);
		await insist(
			"the model among the watched",
			() => clickActionAfresh(row, "Watch Model"),
			() => modelRow(page, name, "Watched").count(),
			(count) => count === 1,
		);
		await insist(
			"its record, read for the first time",
			() => runCommand(page, "Open Models: Refresh Models"),
			() => hub.requests.some(({ path }) => path.startsWith(`/api/models/${repoId}`)),
			(isRead) => isRead,
		);
	});

	const readRow = (): Promise<string> => readDescription(modelRow(sample.page, name, "Watched"));

	/** Refreshes until the row begins as it should: a refresh that is under way takes no notice of another. */
	async function refreshUntil(start: RegExp): Promise<void> {
		await insist(
			`${start} on its row`,
			() => runCommand(sample.page, "Open Models: Refresh Models"),
			readRow,
			(description) => start.test(description),
		);
	}

	function changeOnHub(license: string, sha: string): void {
		sample.hub.patchModel(repoId, {
			sha,
			tags: ["transformers", "safetensors", "text-generation", `license:${license}`],
			cardData: { license },
		});
	}

	it("is nothing at first", async () => {
		assert.doesNotMatch(await readRow(), /changed|new revision/);
		assert.doesNotMatch(await readHeader(sample.page, "Watched"), /changed/);
	});

	it("is on its row, on the view and on the icon, gravest first, without a notification", async () => {
		const { page } = sample;
		changeOnHub("mit", "f".repeat(40));
		await refreshUntil(/^license changed, new revision · /);
		await waitForHeader(page, "Watched", /1 changed/);
		await page.getByRole("tab", { name: "Open Models - Watched models that changed: 1" }).waitFor();
		assert.equal(await page.locator(".notification-toast").count(), 0);
		await takePicture(page, "watched-changed", false);
	});

	it("is said to a screen reader, and told in full on its card, by keyboard", async () => {
		const { page } = sample;
		const list = view(page, "Watched").locator(".monaco-list");
		assert.match(
			(await modelRow(page, name, "Watched").getAttribute("aria-label")) ?? "",
			/^license changed, new revision/,
		);
		const card = page.locator(".workbench-hover");
		await insist(
			"the card",
			async () => {
				await list.press("Home");
				await page.keyboard.press("Control+K");
				await page.keyboard.press("Control+I");
			},
			async () => (await card.allInnerTexts()).join("\n"),
			(text) => text.includes("license was apache-2.0 and is mit now"),
		);
		await insist(
			"no card",
			() => page.keyboard.press("Escape"),
			() => card.isVisible(),
			(isVisible) => !isVisible,
		);
	});

	it("is gone once it is marked as seen, and stays so until something else changes", async () => {
		const { page } = sample;
		await runCommand(page, "Open Models: Mark as Seen");
		await until("no mark on the row", readRow, (description) => !/changed|new revision/.test(description));
		await until(
			"no word on the view",
			() => readHeader(page, "Watched"),
			(header) => !header.includes("changed"),
		);
		sample.hub.clearRequests();
		await runCommand(page, "Open Models: Refresh Models");
		await until(
			"its record, read again",
			() => sample.hub.requests.some(({ path }) => path.startsWith(`/api/models/${repoId}`)),
			(isRead) => isRead,
		);
		assert.doesNotMatch(await readRow(), /changed|new revision/);
		changeOnHub("mit", "e".repeat(40));
		await refreshUntil(/^new revision · /);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
