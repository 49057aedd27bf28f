import assert from "node:assert/strict";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { checkoutDir } from "../workbench/openWorkbench.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { answers, ecosystemSample, ecosystemTitle, openEcosystem, shownEcosystem } from "./openEcosystem.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { QuickPick } from "./quickPick.ts";
import { readSeenText } from "./seenText.ts";
import { clearFilters, readHeader, readMessage } from "./sidebar.ts";
import { hasFocus, tabTo } from "./tabTo.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

describe("the panel of the state of open models", () => {
	const sample = useSample(ecosystemSample);
	let frame: Frame;

	before(async () => {
		frame = await openEcosystem(sample.page);
	});

	const answer = (question: string): Locator =>
		frame.locator("figure.answer").filter({ has: frame.getByRole("heading", { name: question }) });

	const readSource = (): Promise<string> => readSeenText(frame.locator(".source"));

	async function waitForCount(expected: string): Promise<void> {
		await until(
			`${expected} in the sidebar`,
			() => readMessage(sample.page, "Models"),
			(message) => message.startsWith(`${expected} of `),
		);
	}

	it("answers every question with a sentence and a chart that is really drawn", async () => {
		assert.equal(await frame.locator("h1").textContent(), ecosystemTitle);
		assert.equal(await frame.locator("figure.answer").count(), answers);
		for (const figure of await frame.locator("figure.answer").all()) {
			assert.match((await readSeenText(figure)) ?? "", /Computed from [\d,]+ models/);
		}
		await until(
			"the charts",
			() => countInkedCanvases(frame),
			(count) => count >= answers - 1,
		);
		assert.match(await readSource(), /^Computed from [\d,]+ models · read .*Hub, /);
	});

	it("reads more from the Hub, and computes anew", async () => {
		const before = await readSource();
		await frame.getByRole("button", { name: "Read More from the Hub" }).press("Enter");
		await until("other figures", readSource, (now) => now !== before && !now.startsWith("Computed from 0"));
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
	});

	it("leads from a row of a table to the models behind it, by keyboard", async () => {
		const tasks = answer("For which tasks?");
		await insist(
			"the table",
			() => tasks.locator("summary").press("Enter"),
			() => tasks.locator("tbody tr").count(),
			(count) => count > 0,
		);
		const first = tasks.locator("tbody tr").first();
		const count = (await first.locator("td").last().textContent()) ?? "";
		const lead = first.getByRole("button");
		const name = (await lead.textContent()) ?? "";
		assert.equal(await lead.getAttribute("aria-label"), `Show these models in the sidebar: ${name}`);
		await lead.press("Enter");
		await waitForCount(count);
		assert.ok((await readHeader(sample.page, "Models")).includes(name));
		await until(
			"what is read aloud",
			() => frame.locator("[aria-live]").textContent(),
			(words) => words === `${count} models in the sidebar`,
		);
		await tasks.locator("summary").press("Enter");
		await clearFilters(sample.page);
	});

	it("walks a chart by keyboard, says where it is, and leads on with Enter", async () => {
		const canvas = answer("For which tasks?").locator("canvas");
		assert.match((await canvas.getAttribute("aria-label")) ?? "", /^For which tasks\? Of the downloads: /);
		const words = await insist(
			"the first bar",
			() => canvas.press("Home"),
			async () => (await frame.locator("[aria-live]").textContent()) ?? "",
			(said) => /: Share of downloads [\d.]+%$/.test(said),
		);
		await canvas.press("ArrowDown");
		await until(
			"the second bar",
			async () => (await frame.locator("[aria-live]").textContent()) ?? "",
			(said) => said !== words && said.includes("Share of downloads"),
		);
		await canvas.press("Enter");
		await until(
			"the models",
			() => readMessage(sample.page, "Models"),
			(message) => /^[\d,]+ of /.test(message),
		);
		await clearFilters(sample.page);
	});

	it("leads from a bar that is pressed with the pointer", async () => {
		const figure = answer("Who builds them?");
		await figure.locator("canvas").scrollIntoViewIfNeeded();
		await insist(
			"the models of organizations",
			async () => {
				const box = await figure.locator("canvas").boundingBox();
				assert.ok(box);
				await sample.page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.12);
			},
			() => readHeader(sample.page, "Models"),
			(header) => header.includes("Organizations"),
		);
		await clearFilters(sample.page);
	});

	it("is gone through by Tab: every chart, table and way out of it, each seen below what stays above", async () => {
		const { page } = sample;
		await tabTo(page, frame, frame.getByLabel("Natural language", { exact: true }));
		const stops: { readonly id: string; readonly isSeen: boolean }[] = [];
		const way = frame
			.locator("figure.answer")
			.last()
			.getByRole("button", { name: /^Save as PNG/ });
		while (!(await hasFocus(way)) && stops.length < 200) {
			await page.keyboard.press("Tab");
			stops.push(
				await frame.evaluate(() => {
					const active = document.activeElement;
					const top = document.querySelector(".top");
					const above = active && top?.contains(active) ? 0 : (top?.getBoundingClientRect().bottom ?? 0);
					const box = active?.getBoundingClientRect();
					return {
						id: active?.id || (active?.textContent ?? ""),
						isSeen:
							box !== undefined &&
							box.top >= above - 1 &&
							box.top < window.innerHeight &&
							active !== null &&
							getComputedStyle(active).outlineStyle !== "none",
					};
				}),
			);
		}
		assert.deepEqual(
			stops.filter(({ isSeen }) => !isSeen),
			[],
		);
		assert.equal(stops.filter(({ id }) => id.startsWith("canvas-")).length, answers);
		assert.equal(stops.filter(({ id }) => id.startsWith("Save as CSV")).length, answers);
	});

	it("draws by another measure, and keeps that for the next time", async () => {
		const models = answer("For which tasks?").getByRole("button", { name: "Models", exact: true });
		await insist(
			"the other measure",
			() => models.press("Enter"),
			() => models.getAttribute("aria-pressed"),
			(pressed) => pressed === "true",
		);
	});

	it("is narrowed to a license and to a maker from beside any chart, and back to all", async () => {
		const license = frame.getByLabel("License", { exact: true });
		const last = frame.locator("figure.answer").last();
		await last.scrollIntoViewIfNeeded();
		const box = await license.boundingBox();
		assert.ok(box && box.y > 0 && box.y < 250, "the license is not in sight");
		await license.selectOption("apache-2.0");
		await until("fewer models", readSource, (source) =>
			/^Computed from [\d,]+ of [\d,]+ models/.test(source),
		);
		const ofLicense = await readSource();
		assert.match(await readSeenText(last), /Narrowed to License: apache-2\.0\./);
		await until(
			"what is read aloud",
			() => frame.locator("[aria-live]").textContent(),
			(words) => words === ofLicense,
		);
		await frame.getByLabel("Maker", { exact: true }).selectOption("Qwen");
		await until("fewer still", readSource, (source) => source !== ofLicense);
		await frame.getByLabel("Maker", { exact: true }).selectOption("");
		await until("as before", readSource, (source) => source === ofLicense);
		await license.selectOption("");
		await until("all", readSource, (source) => !source.includes(" of "));
	});

	it("saves a chart as a picture and as a table, whose name says what they are narrowed to", async () => {
		const license = frame.getByLabel("License", { exact: true });
		await license.selectOption("apache-2.0");
		await until("the license", readSource, (source) => source.includes(" of "));
		const { folder } = sample.workbench;
		assert.ok(folder);
		const figure = answer("For which tasks?");
		const box = new QuickPick(sample.page);
		for (const { button, file } of [
			{ button: /^Save as PNG/, file: "open-models-tasks-apache-2.0.png" },
			{ button: /^Save as CSV/, file: "open-models-tasks-apache-2.0.csv" },
		]) {
			const path = join(folder, file);
			await insist(
				file,
				async () => {
					await figure.getByRole("button", { name: button }).press("Enter");
					if (await box.proposes(file)) {
						await box.press("Enter");
					}
				},
				() =>
					readFile(path).then(
						(bytes) => bytes.length,
						() => 0,
					),
				(size) => size > 100,
			);
			const bytes = await readFile(path);
			if (file.endsWith(".png")) {
				assert.equal(bytes.subarray(1, 4).toString(), "PNG");
				assert.ok(bytes.length > 5_000);
				await mkdir(join(checkoutDir, "out/test/ui"), { recursive: true });
				await copyFile(path, join(checkoutDir, "out/test/ui", file));
			} else {
				assert.match(bytes.toString(), /^key,downloads,shareOfDownloads,models,models\r\n/);
			}
		}
		await license.selectOption("");
		await until("all", readSource, (source) => !source.includes(" of "));
	});

	it("opens the whole as a Markdown document", async () => {
		await frame.getByRole("button", { name: "Export as Markdown" }).press("Enter");
		const { page } = sample;
		await page.locator(".tab", { hasText: "Untitled-1" }).waitFor();
		await page.locator(".view-line", { hasText: "State of Open Models" }).first().waitFor();
		await runCommand(page, "View: Revert and Close Editor");
		await page.locator(".tab", { hasText: "Untitled-1" }).waitFor({ state: "detached" });
		frame = await shownEcosystem(sample.page);
		const models = answer("For which tasks?").getByRole("button", { name: "Models", exact: true });
		assert.equal(await models.getAttribute("aria-pressed"), "true", "where the reader looked is forgotten");
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
