import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { ModelView } from "../../src/protocol/modelPanel.ts";
import { closeEditors } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { openPanel } from "./panelHarness.ts";

const dayMs = 86_400_000;
const repoId = "Qwen/Qwen3-8B";

describe("adoption in a model's panel", () => {
	useHub();
	let folder: string;

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), "adoption-"));
	});
	after(() => rm(folder, { recursive: true }));
	afterEach(closeEditors);

	const find = ({ adoption }: ModelView, label: string) => {
		const figure = adoption.figures.find((each) => each.label === label);
		assert.ok(figure, label);
		return { value: figure.value, detail: figure.detail ?? "" };
	};

	/** Daily readings up to yesterday, from which the counter gains what is left to what the Hub says today. */
	async function importGains(allTime: number, gains: readonly number[]): Promise<void> {
		const yesterdayMs = Date.now() - dayMs;
		let all = allTime - gains.reduce((sum, gain) => sum + gain, 0) - 150;
		const rows = [0, ...gains].map((gain, index) => {
			all += gain;
			const t = new Date(yesterdayMs - (gains.length - index) * dayMs).toISOString();
			return `${repoId},${t},${3_000 + index},${all}`;
		});
		const file = join(folder, "gains.csv");
		await writeFile(file, ["id,t,downloads30d,downloadsAllTime", ...rows].join("\n"));
		await vscode.commands.executeCommand("openModels.importReadings", vscode.Uri.file(file));
	}

	it("says of a figure that is not defined that it is not, and why", async () => {
		const view = await (await openPanel(repoId)).readWhole();
		assert.equal(find(view, "Growth").value, "not defined: short history");
		assert.match(find(view, "Growth").detail, /readings of 18 days/);
		const reranker = await (await openPanel("BAAI/bge-m3")).readWhole();
		assert.equal(find(reranker, "Relative adoption").value, "not defined: for text generation only");
	});

	it("has momentum, relative adoption and family share with cohort, basis and date", async () => {
		const view = await (await openPanel(repoId)).readWhole();
		assert.match(find(view, "Momentum").value, /^× \d+\.\d$/);
		assert.match(find(view, "Momentum").detail, /Computed from the Hub's counters, as of /);
		const relative = find(view, "Relative adoption");
		assert.match(relative.value, /^× \d+\.\d, same-age cohort$/);
		assert.match(relative.detail, /5B to 10B parameters that are about as old; they stand in/);
		assert.match(relative.detail, /Estimated from the models known here, as of /);
		const share = find(view, "Family share");
		assert.match(share.value, /^at most \d+%$/);
		assert.match(share.detail, /Family: \d+ models known here/);
	});

	/** Readings of a week up to yesterday, in which a model's counter moves and then, if so, stands where the Hub has it today. */
	async function importWeek(id: string, stillDays: number): Promise<void> {
		const view = await (await openPanel(id)).readWhole();
		await closeEditors();
		const today = Number(find(view, "Downloads in 30 days").value.replaceAll(",", ""));
		const rows = [7, 6, 5, 4, 3, 2, 1].map((daysAgo) => {
			const value = today - Math.max(0, daysAgo - stillDays) * 11;
			return `${id},${new Date(Date.now() - daysAgo * dayMs).toISOString()},${value}`;
		});
		const file = join(folder, "week.csv");
		await writeFile(file, ["id,t,downloads30d", ...rows].join("\n"));
		await vscode.commands.executeCommand("openModels.importReadings", vscode.Uri.file(file));
	}

	it("calls a counter stalled where those of other models moved, and not where none did", async () => {
		const isStalled = ({ adoption }: ModelView): boolean =>
			adoption.flags.some((flag) => flag.startsWith("Stalled counter"));
		await importWeek("BAAI/bge-m3", 3);
		await importWeek("openai/gpt-oss-20b", 3);
		const before = await openPanel("openai/gpt-oss-20b");
		assert.equal(isStalled(await before.readWhole()), false);
		await closeEditors();
		await importWeek("google/gemma-4-31B-it", 0);
		const after = await openPanel("openai/gpt-oss-20b");
		await after.readUntil("the flag", isStalled);
	});

	it("draws downloads per day from our own readings, with a gap where the counter stood still", async () => {
		const panel = await openPanel(repoId);
		const all = Number(find(await panel.readWhole(), "Downloads, all time").value.replaceAll(",", ""));
		await importGains(all, [
			...Array.from({ length: 10 }, () => 100),
			...[0, 0, 0],
			...Array.from({ length: 8 }, () => 100),
			...Array.from({ length: 6 }, () => 150),
		]);
		const view = await panel.readUntil("growth", (each) => find(each, "Growth").value === "+50%");
		const [chart] = view.adoption.charts;
		assert.equal(chart?.title, "Downloads per day");
		const values = chart?.series[0]?.values ?? [];
		assert.deepEqual(values.slice(-18), [
			...[100, 100, null, 100, 100, 100, 100, 100, 100, 100, 100],
			...[150, 150, 150, 150, 150, 150, 150],
		]);
		assert.match(chart?.basis ?? "", /Gaps, in days: .*the counter stood still 3/);
		assert.match(find(view, "Growth").detail, /Computed from readings kept on this machine, as of /);
	});
});
