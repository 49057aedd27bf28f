import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Model } from "../../src/core/model/model.ts";
import { readMessage, useHub } from "./hubHarness.ts";
import { type Answer, answering, type Question } from "./person.ts";
import { contexts, readView } from "./taps.ts";
import { findRow, listRows, press, readLabel } from "./tree.ts";
import { until } from "./until.ts";

describe("the filters of the Models view", () => {
	const stage = useHub();

	/** Sets a field as a person does: the field, then its values. */
	async function filter(field: string, ...answers: readonly Answer[]): Promise<readonly Question[]> {
		const { questions } = await answering([{ pick: field }, ...answers], () =>
			vscode.commands.executeCommand("openModels.filterModels"),
		);
		return questions;
	}

	async function listModels(): Promise<readonly Model[]> {
		const rows = await listRows(stage.api.models);
		return rows.flatMap(({ node }) => (node.kind === "model" ? [node.model] : []));
	}

	/** What is left passes, and something is left. */
	async function expectAll(what: string, passes: (model: Model) => boolean): Promise<void> {
		const models = await listModels();
		assert.ok(models.length > 0, `nothing is left: ${what}`);
		const others = models.filter((model) => !passes(model)).map(({ repoId }) => repoId);
		assert.deepEqual(others, [], what);
	}

	async function untilDescribed(words: string): Promise<void> {
		await until(`"${words}" beside the view's name, not "${readView("openModels.models").description}"`, () =>
			readView("openModels.models").description?.includes(words),
		);
	}

	it("offer each value with its count", async () => {
		const questions = await filter("Task", "escape");
		assert.equal(questions[0]?.title, "Filter models");
		const values = questions[1]?.items.filter(({ label }) => label === "text generation") ?? [];
		assert.match(values[0]?.description ?? "", /^\d+$/);
	});

	it("narrow by task, several at once", async () => {
		await filter("Task", { toggle: ["text ranking", "translation"] });
		await untilDescribed("translation, text ranking");
		await expectAll("tasks", ({ task }) => task === "text-ranking" || task === "translation");
		assert.equal(contexts.get("openModels.isFiltered"), true);
		await until("counts", () => /^\d+ of \d+ · /.test(readMessage()));
	});

	it("narrow by license terms, and never take what is not stated for permissive", async () => {
		await filter("License terms", { toggle: ["permissive"] });
		await untilDescribed("permissive");
		await expectAll("stated", ({ license }) => license !== undefined);
		const rows = await listRows(stage.api.models);
		const hidden = findRow(rows, /^\d+ hidden: license not stated$/);
		await press(hidden);
		assert.ok((await listRows(stage.api.models)).every((row) => !/license not stated$/.test(readLabel(row))));
	});

	it("narrow by license id", async () => {
		await filter("License", { toggle: ["mit"] });
		await untilDescribed("mit");
		await expectAll("mit", ({ license }) => license?.id === "mit");
	});

	it("narrow by parameters, from presets and as typed", async () => {
		await filter("Parameters", { pick: "up to 1B" });
		await untilDescribed("up to 1B");
		await expectAll("1B", ({ parameters }) => (parameters?.total.value ?? Number.POSITIVE_INFINITY) <= 1e9);
		await filter("Parameters", { pick: "Another range…" }, { type: "3-8" });
		await untilDescribed("3B – 8B");
		await expectAll("3-8B", ({ parameters }) => {
			const total = parameters?.total.value ?? 0;
			return total >= 3e9 && total <= 8e9;
		});
	});

	it("narrow by size on disk", async () => {
		const all = (await listRows(stage.api.models)).length;
		await filter("Size on disk", { pick: "up to 1.0 GB" });
		await untilDescribed("up to 1.0 GB");
		const rows = await listRows(stage.api.models);
		assert.ok(rows.length > 0 && all > 0);
		findRow(rows, /^[\d,]+ hidden: size not known$/);
	});

	it("narrow by natural language, format and access", async () => {
		await filter("Natural language", { toggle: [/\(pl\)/] });
		await untilDescribed("pl");
		await expectAll("Polish", ({ languages }) => languages?.includes("pl") === true);
		await vscode.commands.executeCommand("openModels.clearFilters");
		await filter("Format", { toggle: ["gguf"] });
		await untilDescribed("gguf");
		await expectAll("GGUF", ({ formats }) => formats.includes("gguf"));
		await vscode.commands.executeCommand("openModels.clearFilters");
		await filter("Access", { toggle: ["gated, granted by hand"] });
		await untilDescribed("gated, granted by hand");
		await expectAll("gated", ({ gating }) => gating === "manual");
	});

	it("narrow to base models, and by age", async () => {
		await filter("Base models only");
		await untilDescribed("base models");
		await expectAll("base", ({ repoId }) => repoId !== "Qwen/Qwen3-8B");
		await vscode.commands.executeCommand("openModels.clearFilters");
		await filter("Age", { pick: "At most 730 days old" });
		await untilDescribed("at most 730 days old");
		const oldestMs = Date.now() - 730 * 86_400_000;
		await expectAll("young", ({ createdAtMs }) => (createdAtMs ?? 0) >= oldestMs);
	});

	it("by range, age and machine are chosen from the number of models that each leaves", async () => {
		await vscode.commands.executeCommand("openModels.targets.focus");
		for (const [field, start] of [
			["Parameters", "up to 8B"],
			["Size on disk", "up to 8"],
			["Age", "At most 730 days old"],
			["Hardware target", "This machine"],
		] as const) {
			await vscode.commands.executeCommand("openModels.clearFilters");
			const choice = new RegExp(`^${start}`);
			const questions = await filter(
				field,
				field === "Hardware target" ? { toggle: [choice] } : { pick: choice },
			);
			const item = questions[1]?.items.find(({ label }) => choice.test(label));
			const [, told] = /(\d+)$/.exec(item?.detail ?? item?.description ?? "") ?? [];
			await until(`${told} models, as “${field}” told`, () => readMessage().startsWith(`${told} of `));
		}
	});

	it("narrow by the hardware of a target, at a stated context", async () => {
		await vscode.commands.executeCommand("openModels.targets.focus");
		const before = (await listRows(stage.api.models)).length;
		await filter("Hardware target", { toggle: [/^This machine/] });
		await untilDescribed("This machine");
		await until("the fitting ones", () => /^\d+ of \d+ · /.test(readMessage()));
		assert.ok(before > 0 && (await listModels()).length > 0);
	});

	/** No reranker is that large. */
	async function leaveNothing(): Promise<void> {
		await filter("Task", { toggle: ["text ranking"] });
		await filter("Parameters", { pick: "from 35B" });
	}

	it("that leave nothing say which to loosen, with the count, and one press does it", async () => {
		await leaveNothing();
		const rows = await listRows(stage.api.models);
		findRow(rows, "No model passes all of the filters.");
		findRow(rows, /^Without “Task”: \d+$/);
		const loosen = findRow(rows, /^Without “Parameters”: \d+$/);
		const count = Number(/\d+$/.exec(readLabel(loosen))?.[0]);
		await press(loosen);
		assert.equal((await listModels()).length, count);
		await expectAll("the other filter stays", ({ task }) => task === "text-ranking");
	});

	it("that leave nothing can all be cleared with one press", async () => {
		await leaveNothing();
		await press(findRow(await listRows(stage.api.models), "Clear filters and search"));
		assert.ok((await listModels()).length >= 50);
		await until("nothing filtered", () => contexts.get("openModels.isFiltered") === false);
	});

	it("and a search that finds nothing here lead to the Hub", async () => {
		await answering([{ type: "no-such-model-anywhere" }], () =>
			vscode.commands.executeCommand("openModels.searchModels"),
		);
		const look = findRow(await listRows(stage.api.models), "Look for “no-such-model-anywhere” on the Hub");
		assert.equal(look.item.command?.command, "openModels.showModel");
	});

	it("are asked of the Hub as it understands them", async () => {
		stage.hub.clearRequests();
		await filter("Task", { toggle: ["text ranking"] });
		await until("the question", () =>
			stage.hub.requests.some(({ path }) => path.includes("pipeline_tag=text-ranking")),
		);
	});

	it("stay as they are when a person goes back", async () => {
		await filter("Task", { toggle: ["text ranking"] });
		await untilDescribed("text ranking");
		await filter("Task", "escape");
		await filter("Parameters", "escape");
		await expectAll("still the task", ({ task }) => task === "text-ranking");
	});

	it("leave the order to be chosen", async () => {
		const sort = (label: string): Promise<unknown> =>
			answering([{ pick: label }], () => vscode.commands.executeCommand("openModels.sortModels"));
		await sort("most downloaded");
		const downloads = (await listModels()).map(({ counters }) => counters.downloads30d ?? 0);
		assert.deepEqual(
			downloads,
			[...downloads].sort((one, other) => other - one),
		);
		await sort("by name");
		const names = (await listModels()).map(({ repoId }) => repoId.toLowerCase());
		assert.deepEqual(names, [...names].sort());
		await sort("trending");
		await untilDescribed("trending");
	});
});
