import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Target } from "../../src/core/hardware/target.ts";
import { OrderedMemento } from "../../src/host/state/orderedMemento.ts";
import { QueryState } from "../../src/host/state/queryState.ts";
import { TargetStore } from "../../src/host/state/targetStore.ts";
import { WatchList } from "../../src/host/state/watchList.ts";
import { createPlatform } from "../../src/platform/web.ts";

/** What VS Code keeps for an extension over the end of a window, by way of JSON as it does. */
class Kept implements vscode.Memento {
	readonly #texts = new Map<string, string>();

	keys(): readonly string[] {
		return [...this.#texts.keys()];
	}

	get<T>(key: string): T | undefined;
	get<T>(key: string, standard: T): T;
	get<T>(key: string, standard?: T): T | undefined {
		const text = this.#texts.get(key);
		return text === undefined ? standard : JSON.parse(text);
	}

	async update(key: string, value: unknown): Promise<void> {
		this.#texts.set(key, JSON.stringify(value));
	}
}

/** As VS Code's own state that all windows share: what was stored comes back later, and replaces what is there. */
class EchoingMemento extends Kept {
	#state: Readonly<Record<string, unknown>> = {};

	override get<T>(key: string): T | undefined;
	override get<T>(key: string, standard: T): T;
	override get<T>(key: string, standard?: T): T | undefined {
		const value = this.#state[key];
		return value === undefined ? standard : JSON.parse(JSON.stringify(value));
	}

	override async update(key: string, value: unknown): Promise<void> {
		const stored = { ...this.#state, [key]: value };
		this.#state = stored;
		await new Promise((resolve) => setTimeout(resolve, 5));
		this.#state = stored;
	}
}

/** A window cannot be reopened inside its own test, so what it keeps is handed to the next owner of it. */
describe("what is remembered", () => {
	const log = vscode.window.createOutputChannel("What is remembered", { log: true });
	after(() => log.dispose());

	it("is the filters, the search and the order", async () => {
		const kept = new Kept();
		const first = new QueryState(kept);
		await first.setFilters({ tasks: ["text-generation"], licenseClasses: ["permissive"], baseOnly: true });
		await first.setSort("downloads");
		await first.setText(" qwen ");
		first.dispose();
		const next = new QueryState(kept);
		assert.deepEqual(next.query, {
			text: "qwen",
			sort: "downloads",
			filters: { tasks: ["text-generation"], licenseClasses: ["permissive"], baseOnly: true },
		});
		await next.clear();
		assert.deepEqual(new QueryState(kept).query, { sort: "downloads" });
	});

	it("is not what an older or a damaged version has left", async () => {
		for (const damaged of [5, "x", [], { filters: { tasks: 5 } }, { sort: "weight" }]) {
			const kept = new Kept();
			await kept.update("openModels.query", damaged);
			await kept.update("openModels.watched", damaged);
			await kept.update("openModels.targets", damaged);
			await kept.update("openModels.budgets", damaged);
			assert.deepEqual(new QueryState(kept).query, {});
			assert.deepEqual(new WatchList(kept).repoIds, []);
			assert.deepEqual(new TargetStore(kept, createPlatform(), log).targets, []);
		}
	});

	it("is the watch list, newest first", async () => {
		const kept = new Kept();
		const first = new WatchList(kept);
		await first.setWatched("a/one", true);
		await first.setWatched("b/two", true);
		await first.rename("a/one", "a/uno");
		assert.deepEqual(new WatchList(kept).repoIds, ["b/two", "a/uno"]);
	});

	it("is every change, also one that is made before the last is stored", async () => {
		const kept = new EchoingMemento();
		const memory = new OrderedMemento(kept);
		const list = new WatchList(memory);
		const changes = [
			list.setWatched("a/one", true),
			memory.update("openModels.other", 1),
			list.setWatched("b/two", true),
			list.setWatched("a/one", false),
		];
		assert.deepEqual(list.repoIds, ["b/two"]);
		await Promise.all(changes);
		assert.deepEqual(list.repoIds, ["b/two"]);
		assert.deepEqual(new WatchList(kept).repoIds, ["b/two"]);
		assert.equal(kept.get("openModels.other"), 1);
	});

	it("is not needed to judge by this machine: it is detected where nothing can be stored", async () => {
		const full = new Kept();
		full.update = () => Promise.reject(new Error("The disk is full."));
		const machine = { os: "linux", architecture: "x64", memoryBytes: 32 * 2 ** 30, logicalCores: 8 } as const;
		const targets = new TargetStore(full, { ...createPlatform(), readMachine: () => machine }, log);
		let changes = 0;
		targets.onDidChange(() => {
			changes += 1;
		});
		await targets.ensureDetected();
		assert.equal(changes, 1);
		assert.deepEqual(
			targets.checked.map(({ vendor }) => vendor),
			["cpu"],
		);
	});

	it("is the targets, which of them count, and their budgets", async () => {
		const kept = new Kept();
		const first = new TargetStore(kept, createPlatform(), log);
		const card = (id: string): Target => ({
			id,
			name: id,
			vendor: "nvidia",
			devices: [{ name: "Card", vendor: "nvidia", memoryBytes: 24 * 2 ** 30 }],
			origin: "user",
		});
		await first.save(card("one"));
		await first.save(card("two"));
		await first.save({ ...card("two"), budgetBytes: 5e9 });
		await first.setChecked(new Map([["one", false]]));
		const next = new TargetStore(kept, createPlatform(), log);
		assert.deepEqual(
			next.targets.map(({ id, budgetBytes }) => [id, budgetBytes]),
			[
				["one", undefined],
				["two", 5e9],
			],
		);
		assert.deepEqual(
			next.checked.map(({ id }) => id),
			["two"],
		);
	});
});
