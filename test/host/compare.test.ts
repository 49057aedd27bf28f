import assert from "node:assert/strict";
import * as vscode from "vscode";
import type {
	ComparePanelEvents,
	ComparePanelMethods,
	CompareView,
} from "../../src/protocol/comparePanel.ts";
import { connectRpc, type RpcClient } from "../../src/protocol/rpc.ts";
import { closeEditors } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { listPanelTitles, readRefusal } from "./panelHarness.ts";
import { answering } from "./person.ts";
import { panelTaps } from "./taps.ts";
import { until } from "./until.ts";

const pair = ["Qwen/Qwen3-8B", "openai/gpt-oss-20b"];

describe("a comparison of models", () => {
	const stage = useHub();

	afterEach(closeEditors);

	async function openComparison(act: () => Thenable<unknown>): Promise<{
		readonly rpc: RpcClient<ComparePanelMethods, ComparePanelEvents>;
		readonly readWhole: () => Promise<CompareView>;
	}> {
		const known = panelTaps.length;
		await act();
		const tap = await until("a panel", () => panelTaps[known]);
		await until("its page", () => tap.panel.webview.html.includes('data-page="compare"'));
		const rpc = connectRpc<ComparePanelMethods, ComparePanelEvents>({
			post: tap.say,
			onMessage: (listener) => {
				const subscription = tap.onPost(listener);
				return () => subscription.dispose();
			},
		});
		let last: CompareView | undefined;
		rpc.on("comparisonChanged", (view) => {
			last = view;
		});
		return {
			rpc,
			async readWhole() {
				last = (await rpc.call("getComparison", {})).comparison;
				return until("all that can be read", () => last && !last.isLoading && last);
			},
		};
	}
	const compare = (argument?: unknown): Thenable<unknown> =>
		vscode.commands.executeCommand("openModels.compareModels", argument);
	const find = (view: CompareView, label: string): readonly string[] => {
		const row = view.sections.flatMap(({ rows }) => rows).find((each) => each.label === label);
		assert.ok(row, label);
		return row.cells.map(({ value }) => value);
	};

	it("has facts, license, a verdict per target and adoption, a column a model", async () => {
		const { readWhole } = await openComparison(() => compare(pair));
		const view = await readWhole();
		assert.deepEqual(
			view.models.map(({ repoId }) => repoId),
			pair,
		);
		assert.deepEqual(find(view, "License"), ["Apache-2.0", "Apache-2.0"]);
		assert.equal(find(view, "Parameters")[0], "8.2B");
		const fit = view.sections.find(({ heading }) => heading === "Fit at 8k tokens");
		assert.ok(fit && fit.rows.length > 0 && fit.rows.every(({ cells }) => cells.every(({ mark }) => mark)));
		assert.match(find(view, "Relative adoption")[0] ?? "", /^× .*same-age cohort$/);
		assert.deepEqual(
			view.charts.map(({ title }) => title.replace(/^[^,]+, /, "")),
			["from the day of release", "by calendar"],
		);
		for (const { series, labels, positions, timesMs } of view.charts) {
			assert.equal(series.length, 2);
			assert.equal((positions ?? timesMs)?.length, labels.length);
		}
		await until("its tab", () => listPanelTitles().join() === "Compare 2 Models");
	});

	it("is copied as a Markdown table", async () => {
		const { rpc, readWhole } = await openComparison(() => compare(pair));
		await readWhole();
		await rpc.call("copyMarkdown", {});
		const lines = (await vscode.env.clipboard.readText()).split("\n");
		assert.ok(lines.includes("|  | Qwen/Qwen3-8B | openai/gpt-oss-20b |"), lines.join("\n"));
		assert.ok(lines.includes("| License | Apache-2.0 | Apache-2.0 |"));
		assert.ok(lines.filter((line) => line.startsWith("|")).every((line) => line.endsWith("|")));
		assert.match(lines.at(-2) ?? "", /^Facts as of /);
	});

	it("asks what to compare with", async () => {
		const { readWhole } = await openComparison(() =>
			answering([{ toggle: ["openai/gpt-oss-20b"] }], () => compare("Qwen/Qwen3-8B")),
		);
		assert.equal((await readWhole()).models.length, 2);
	});

	it("comes to the front instead of opening twice, and leads to its models", async () => {
		const { rpc } = await openComparison(() => compare(pair));
		await compare(pair);
		await until("one tab", () => listPanelTitles().join() === "Compare 2 Models");
		await rpc.call("openModel", { repoId: "Qwen/Qwen3-8B" });
		await until("the model", () => listPanelTitles().includes("Qwen/Qwen3-8B"));
		assert.equal(await readRefusal(rpc.call("openModel", { repoId: "../x" })), "failed");
	});

	it("keeps what is known when the Hub fails, and says why", async () => {
		stage.hub.setFaults([{ match: "bge-reranker-v2-m3", status: 500 }]);
		const { readWhole } = await openComparison(() => compare(["BAAI/bge-reranker-v2-m3", "Qwen/Qwen3-8B"]));
		const view = await readWhole();
		assert.match(view.problem ?? "", /problem of its own/);
		assert.equal(view.models.length, 2);
	});
});
