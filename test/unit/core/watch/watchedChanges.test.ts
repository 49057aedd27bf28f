import assert from "node:assert/strict";
import type { Model } from "../../../../src/core/model/model.ts";
import { findSuccessor } from "../../../../src/core/watch/findSuccessor.ts";
import { listWatchedChanges, takeSeen, type WatchedNow } from "../../../../src/core/watch/watchedChanges.ts";
import { daysAgo, nowMs, sampleModel } from "../adoption/sampleModel.ts";
import { readDaily } from "../adoption/sampleSeries.ts";

const look = (facts: Partial<Model>, more: Partial<WatchedNow> = {}): WatchedNow => ({
	model: sampleModel({ repoId: "maker/model", ...facts }),
	isRemoved: false,
	successor: undefined,
	readings: [],
	...more,
});

const then = look({
	revision: "a1",
	license: { id: "apache-2.0", origin: "tag" },
	gating: "open",
	readAtMs: daysAgo(10),
});
const seen = takeSeen("maker/model", then, daysAgo(9));

describe("what changed of a watched model", () => {
	const kinds = (now: WatchedNow) => listWatchedChanges(seen, now).map(({ kind }) => kind);
	const { model: before } = then;

	it("is nothing where nothing did, nor where something is not known any more", () => {
		assert.deepEqual(kinds(then), []);
		assert.deepEqual(kinds(look({ license: { id: "apache-2.0", origin: "tag" } })), []);
		assert.deepEqual(kinds({ ...then, model: undefined }), []);
	});

	it("is a new revision, license, gating, name, and that it was disabled, the gravest first", () => {
		const now = look({
			...before,
			repoId: "maker/renamed",
			revision: "b2",
			license: { id: "other", name: "maker-community", origin: "card" },
			gating: "manual",
			isDisabled: true,
			readAtMs: nowMs,
		});
		assert.deepEqual(listWatchedChanges(seen, now), [
			{ kind: "disabled" },
			{ kind: "license", from: "apache-2.0", to: "maker-community" },
			{ kind: "gating", from: "open", to: "manual" },
			{ kind: "renamed", from: "maker/model" },
			{ kind: "revision" },
		]);
	});

	it("is a license that is no longer stated, but only when it was read since", () => {
		const { license: _license, ...unstated } = before ?? sampleModel();
		assert.deepEqual(kinds({ ...then, model: { ...unstated, readAtMs: nowMs } }), ["license"]);
		assert.deepEqual(kinds({ ...then, model: unstated }), []);
	});

	it("is its removal, and then nothing else", () => {
		assert.deepEqual(kinds({ ...then, isRemoved: true, successor: "maker/next" }), ["removed"]);
	});

	it("is a successor, and a jump or a collapse of its downloads since", () => {
		assert.deepEqual(kinds({ ...then, successor: "maker/model-2" }), ["successor"]);
		assert.deepEqual(
			listWatchedChanges({ ...seen, successor: "maker/model-2" }, { ...then, successor: "maker/model-2" }),
			[],
		);
		const readings = readDaily([1_000, 1_010, 4_000, 4_010, 900]);
		const early = { ...seen, seenAtMs: Date.UTC(2026, 0, 2) };
		const [change] = listWatchedChanges(early, { ...then, readings });
		assert.ok(change?.kind === "downloads" && change.ratio < 0.3);
		assert.deepEqual(kinds({ ...then, readings }), []);
	});
});

describe("the successor of a model", () => {
	const model = (repoId: string, ageDays: number, billions: number): Model =>
		sampleModel({
			repoId,
			createdAtMs: daysAgo(ageDays),
			parameters: { total: { value: billions * 1e9, basis: "read", from: "safetensorsTotal" } },
		});
	const find = (own: Model, ...others: Model[]) => findSuccessor(own, others)?.repoId;

	it("is the newest later version of about its size, by the same author", () => {
		const own = model("Qwen/Qwen3-8B", 300, 8.2);
		const later = [model("Qwen/Qwen3.5-9B", 90, 9.7), model("Qwen/Qwen3.6-9B", 20, 9.7)];
		assert.equal(find(own, ...later), "Qwen/Qwen3.6-9B");
		assert.equal(
			find(model("google/gemma-3-12b-it", 300, 12), model("google/gemma-4-12b-it", 9, 12)),
			"google/gemma-4-12b-it",
		);
		assert.equal(
			find(
				model("mistralai/Mistral-Small-3.1-24B", 300, 24),
				model("mistralai/Mistral-Small-3.2-24B", 9, 24),
			),
			"mistralai/Mistral-Small-3.2-24B",
		);
	});

	it("is no other size, kind, author, nor an earlier one", () => {
		const own = model("Qwen/Qwen3-8B", 300, 8.2);
		assert.equal(
			find(
				own,
				model("Qwen/Qwen3.5-27B", 90, 27),
				model("Qwen/Qwen3.5-9B-Base", 90, 9.7),
				model("Qwen/Qwen3-8B-GGUF", 90, 8.2),
				model("someone/Qwen3.5-9B", 90, 9.7),
				model("Qwen/Qwen2.5-7B", 500, 7.6),
				own,
			),
			undefined,
		);
	});
});
