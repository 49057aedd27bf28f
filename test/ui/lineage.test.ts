import assert from "node:assert/strict";
import type { Frame, Locator } from "playwright-core";
import { startHub } from "../hub/hubServer.ts";
import { lineageFamily } from "../hub/lineageFamily.ts";
import { assertAccessible } from "./accessibility.ts";
import { openModel, shownPanel } from "./openModel.ts";
import { takePicture } from "./pictures.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { readSeenText } from "./seenText.ts";
import { hasFocus, tabTo } from "./tabTo.ts";
import { changeTheme, themes } from "./themes.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

const wholeTree = [
	"lineage/Base",
	"  fine-tune lineage/Chat (this one)",
	"    fine-tune lineage/Chat-v2",
	"    merge lineage/merge",
	"    quantization lineage/Chat-GGUF",
];

describe("the lineage in a model's panel, by keyboard", () => {
	const sample = useSample({
		start: () => startHub({ rows: lineageFamily }),
		viewport: { width: 1200, height: 800 },
	});

	afterEach(() => sample.hub.clearFaults());

	const lineage = (frame: Frame): Locator => frame.locator(".lineage");
	const button = (frame: Frame): Locator => lineage(frame).locator(".lineage-reading button");
	const readStatus = (frame: Frame): Promise<string> => readSeenText(lineage(frame).getByRole("status"));

	async function waitForStatus(frame: Frame, pattern: RegExp): Promise<void> {
		await until(
			String(pattern),
			() => readStatus(frame),
			(status) => pattern.test(status),
		);
	}

	/** The rows as nested lists say them, indented by their level. */
	const readTree = (frame: Frame): Promise<string[]> =>
		lineage(frame)
			.locator("li > .lineage-row")
			.evaluateAll((rows) =>
				rows.map((row) => {
					let level = -1;
					for (let list = row.closest("ul"); list; list = list.parentElement?.closest("ul") ?? null) {
						level++;
					}
					const words = ["relation", "self"].map(
						(part) => row.querySelector(`.lineage-${part}`)?.textContent ?? "",
					);
					const [relation, self] = words;
					const id = self ? `${self} (this one)` : row.querySelector("button")?.textContent;
					const isCurrent = row.getAttribute("aria-current") === "true";
					return isCurrent === (self !== "")
						? "  ".repeat(level) + [relation, id].filter(Boolean).join(" ")
						: "marked as another";
				}),
			);

	async function openLineage(repoId: string): Promise<Frame> {
		const frame = await openModel(sample.page, repoId);
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
		return frame;
	}

	it("says what it would cost before anything is asked", async () => {
		const frame = await openLineage("lineage/Chat");
		assert.match(await readStatus(frame), /costs at most 30 requests/);
		const list = lineage(frame).getByRole("list", { name: "Lineage" });
		assert.ok((await list.getByRole("listitem").count()) > 0);
	});

	it("is followed up to the root and down by relation, and the focus stays", async () => {
		const frame = await shownPanel(sample.page, "lineage/Chat");
		await tabTo(sample.page, frame, button(frame));
		assert.equal(await readSeenText(button(frame)), "Follow on the Hub");
		await sample.page.keyboard.press("Enter");
		await waitForStatus(frame, /^Read from the Hub in \d+ requests: to the root/);
		assert.deepEqual(await readTree(frame), wholeTree);
		assert.ok(await hasFocus(button(frame)));
	});

	for (const { name, label, className } of themes) {
		it(`is shown in ${label}, and axe-core finds nothing serious in it`, async () => {
			await changeTheme(sample.page, label, className);
			const frame = await shownPanel(sample.page, "lineage/Chat");
			await frame.locator("#lineage-heading").evaluate((heading) => heading.scrollIntoView());
			await takePicture(sample.page, `lineage-${name}`, false);
			await assertAccessible(frame);
		});
	}

	it("leads to a model in it, which says what it leads back to", async () => {
		const frame = await shownPanel(sample.page, "lineage/Chat");
		await tabTo(sample.page, frame, lineage(frame).getByRole("button", { name: "lineage/Chat-v2" }));
		await sample.page.keyboard.press("Enter");
		const child = await shownPanel(sample.page, "lineage/Chat-v2");
		await until(
			"its own place in the tree",
			() => readTree(child),
			(tree) => tree.includes("    fine-tune lineage/Chat-v2 (this one)"),
		);
	});

	it("is stopped by the same button, and says how far it came", async () => {
		const frame = await openLineage("lineage/step2");
		sample.hub.setFaults([{ match: "base_model", delayMs: 60_000 }]);
		await tabTo(sample.page, frame, button(frame));
		await sample.page.keyboard.press("Enter");
		await waitForStatus(frame, /^Reading: \d+ of at most 30 requests/);
		assert.equal(await readSeenText(button(frame)), "Stop");
		assert.ok(await hasFocus(button(frame)));
		await sample.page.keyboard.press("Enter");
		await waitForStatus(frame, /^Stopped after \d+ requests/);
		assert.equal(await readSeenText(button(frame)), "Follow on the Hub");
		assert.ok(await hasFocus(button(frame)));
	});

	it("says of a parent that is gone that it is, and ends", async () => {
		const frame = await openLineage("lineage/orphan");
		await tabTo(sample.page, frame, button(frame));
		await sample.page.keyboard.press("Enter");
		await waitForStatus(frame, /^Read from the Hub/);
		assert.match(await readSeenText(lineage(frame)), /lineage\/nobody\s+not on the Hub, or private/);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
