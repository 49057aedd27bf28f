import assert from "node:assert/strict";
import * as vscode from "vscode";
import type {
	EcosystemChartView,
	EcosystemPanelEvents,
	EcosystemPanelMethods,
	EcosystemView,
} from "../../src/protocol/ecosystemPanel.ts";
import { connectRpc, type RpcClient } from "../../src/protocol/rpc.ts";
import { closeEditors } from "./editors.ts";
import { readMessage, setSetting, useHub } from "./hubHarness.ts";
import { listPanelTitles, readRefusal } from "./panelHarness.ts";
import { type PanelTap, panelTaps, readView } from "./taps.ts";
import { listRows, readLabel } from "./tree.ts";
import { until } from "./until.ts";

interface OpenEcosystem {
	readonly tap: PanelTap;
	readonly rpc: RpcClient<EcosystemPanelMethods, EcosystemPanelEvents>;
	/** The last snapshot that the host told. */
	readonly last: () => EcosystemView | undefined;
}

async function openEcosystem(): Promise<OpenEcosystem> {
	const known = panelTaps.length;
	await vscode.commands.executeCommand("openModels.showEcosystem");
	const tap = await until("the panel", () => panelTaps[known]);
	await until("its page", () => tap.panel.webview.html !== "");
	const rpc = connectRpc<EcosystemPanelMethods, EcosystemPanelEvents>({
		post: tap.say,
		onMessage: (listener) => {
			const subscription = tap.onPost(listener);
			return () => subscription.dispose();
		},
	});
	let last: EcosystemView | undefined;
	rpc.on("ecosystemChanged", (view) => {
		last = view;
	});
	return { tap, rpc, last: () => last };
}

function findChart({ charts }: EcosystemView, id: string): EcosystemChartView {
	const chart = charts.find((each) => each.id === id);
	assert.ok(chart, id);
	return chart;
}

describe("the panel of the state of open models", () => {
	const stage = useHub();

	afterEach(closeEditors);

	it("answers every question for the models that are known, and says what from", async () => {
		const { rpc, tap } = await openEcosystem();
		await until("its tab", () => listPanelTitles().join() === "State of Open Models");
		assert.match(tap.panel.webview.html, /data-page="ecosystem"/);
		const { ecosystem, strings } = await rpc.call("getEcosystem", { choice: {} });
		assert.equal(ecosystem.charts.length, 15);
		assert.match(ecosystem.source, /^Computed from [\d,]+ models · .*Hub, /);
		for (const { id, title, says, basis, measures, headings, rows } of ecosystem.charts) {
			assert.ok(title && says && basis, id);
			assert.ok(measures.length > 0, id);
			for (const row of rows) {
				assert.equal(row.cells.length, headings.length - 1, id);
			}
			for (const { labels, keys, series } of measures) {
				assert.equal(keys.length, labels.length, id);
				assert.ok(
					series.every(({ values }) => values.length === labels.length),
					id,
				);
			}
			assert.ok(!JSON.stringify([title, says, basis, headings]).includes("undefined"), id);
		}
		assert.equal(strings.title, "State of Open Models");
	});

	it("comes to the front instead of opening twice", async () => {
		await openEcosystem();
		await vscode.commands.executeCommand("openModels.showEcosystem");
		await until("its tab", () => listPanelTitles().length > 0);
		assert.deepEqual(listPanelTitles(), ["State of Open Models"]);
	});

	it("is narrowed to a task, and tells it in a whole snapshot", async () => {
		const { last, rpc } = await openEcosystem();
		const { ecosystem } = await rpc.call("getEcosystem", { choice: {} });
		const task = ecosystem.fields.find(({ field }) => field === "task");
		assert.ok(task?.options.some(({ value }) => value === "text-generation"));
		await rpc.call("setChoice", { choice: { task: "text-generation" } });
		const narrowed = await until("the narrowed figures", () => {
			const view = last();
			return view?.source.includes(" of ") && view;
		});
		assert.deepEqual(
			findChart(narrowed, "tasks").rows.map(({ label }) => label),
			["text generation"],
		);
		assert.ok(narrowed.notes.some((note) => note.includes("task not stated")));
		for (const { title, basis } of narrowed.charts) {
			assert.match(basis, / Narrowed to Task: text generation\.$/, title);
		}
	});

	it("ranks bars that lie by what they show, and leaves the table as it is", async () => {
		const { rpc } = await openEcosystem();
		const { ecosystem } = await rpc.call("getEcosystem", { choice: {} });
		for (const id of ["tasks", "familyNames", "rising"]) {
			const { measures, rows } = findChart(ecosystem, id);
			for (const { keys, series, title } of measures) {
				const values = (series[0]?.values ?? []).map((value) => value ?? -1);
				assert.deepEqual(
					values,
					[...values].sort((a, b) => b - a),
					`${id} by ${title}`,
				);
				assert.ok(keys.every((key) => rows.some((row) => row.key === key)));
			}
		}
	});

	it("leads to the models behind a bar and behind a point, as many as the figure says", async () => {
		const { rpc } = await openEcosystem();
		const { ecosystem } = await rpc.call("getEcosystem", { choice: {} });
		const [first] = findChart(ecosystem, "tasks").rows;
		assert.ok(first);
		const { count } = await rpc.call("showModels", { chart: "tasks", key: first.key, column: "models" });
		assert.equal(first.cells[2], String(count));
		await until("the group in the view", () => readMessage().startsWith(`${count} of `));
		assert.match(readView("openModels.models").description ?? "", new RegExp(first.label));

		const relations = findChart(ecosystem, "relations");
		const row = [...relations.rows].reverse().find(({ hasModels }) => hasModels[0]);
		assert.ok(row);
		const behind = await rpc.call("showModels", { chart: "relations", key: row.key, column: "base" });
		assert.equal(row.cells[0], String(behind.count));
		await until("the other group", () => readMessage().startsWith(`${behind.count} of `));
		const shown = (await listRows(stage.api.models)).map(readLabel);
		assert.ok(shown.length >= Math.min(50, behind.count));
		assert.deepEqual(await rpc.call("showModels", { chart: "relations", key: "1999-01", column: "base" }), {
			count: 0,
		});
	});

	it("reads more from the Hub in two requests, and counts what came", async () => {
		const { last, rpc } = await openEcosystem();
		await rpc.call("getEcosystem", { choice: {} });
		stage.hub.clearRequests();
		await rpc.call("readMore", {});
		const lists = stage.hub.requests
			.map(({ path }) => path)
			.filter((path) => /^\/api\/models\?limit=(?:1000|500)&/.test(path));
		assert.equal(lists.length, 2, lists.join("\n"));
		await until("what came", () => last()?.isLoading === false);
	});

	it("opens the whole as Markdown, with sentences and tables", async () => {
		const { rpc } = await openEcosystem();
		await rpc.call("getEcosystem", { choice: {} });
		await rpc.call("exportMarkdown", {});
		const document = vscode.window.activeTextEditor?.document;
		assert.equal(document?.languageId, "markdown");
		assert.ok(document?.isUntitled);
		const text = document?.getText() ?? "";
		assert.match(text, /^# State of Open Models\n\nComputed from /);
		assert.ok(text.includes("## Who builds them?\n\n"));
		assert.match(
			text,
			/\| Kind of maker \| Downloads in 30 days \| Share of downloads \| Models \|\n\| --- \|/,
		);
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	it("works offline from what it carries, and says so", async () => {
		await setSetting("offline", true);
		try {
			const { rpc } = await openEcosystem();
			const { ecosystem } = await rpc.call("getEcosystem", { choice: {} });
			assert.equal(ecosystem.canReadMore, false);
			assert.equal(ecosystem.charts.length, 15);
		} finally {
			await setSetting("offline", undefined);
		}
	});

	it("refuses what its page has no business to say", async () => {
		const { rpc } = await openEcosystem();
		const noPng = Buffer.from("<svg>").toString("base64");
		await rpc.call("exportPng", { chart: "tasks", png: noPng });
		assert.equal(await readRefusal(rpc.call("exportPng", { chart: "tasks", png: "no base64!" })), "failed");
		assert.equal(await readRefusal(rpc.call("setChoice", { choice: { task: "" } })), "failed");
		assert.equal(await readRefusal(rpc.call("exportCsv", { chart: "x".repeat(300) })), "failed");
	});
});
