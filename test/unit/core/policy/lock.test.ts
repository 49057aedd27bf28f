import assert from "node:assert/strict";
import { formatLock } from "../../../../src/core/policy/formatLock.ts";
import { locatePins } from "../../../../src/core/policy/locatePins.ts";
import { findPins, isCommit, type LockedModel } from "../../../../src/core/policy/lock.ts";
import { parseLock } from "../../../../src/core/policy/parseLock.ts";

const pin: LockedModel = {
	id: "Qwen/Qwen3-8B",
	hubId: "0123456789abcdef01234567",
	revision: "a".repeat(40),
	license: { id: "apache-2.0" },
	files: [
		{ path: "model.safetensors", sizeBytes: 16_000_000_000, sha256: "b".repeat(64) },
		{ path: "config.json", sizeBytes: 700, gitBlob: "c".repeat(40) },
	],
	date: "2026-11-21",
};

describe("a lock", () => {
	it("reads what it wrote, in an order of its own", () => {
		const other: LockedModel = { id: "BAAI/bge-m3", revision: "d".repeat(40), date: "2026-11-20" };
		const text = formatLock({ models: [pin, other] });
		assert.equal(text, formatLock({ models: [other, pin] }));
		assert.ok(text.endsWith("}\n"));
		const { lock, problems } = parseLock(text);
		assert.deepEqual(problems, []);
		const [config, weights] = [pin.files?.[1], pin.files?.[0]];
		assert.deepEqual(lock.models, [other, { ...pin, files: [config, weights] }]);
	});

	it("finds the pins of a model in any case, at every revision", () => {
		const second = { ...pin, revision: "e".repeat(40) };
		assert.deepEqual(findPins({ models: [pin, second] }, "qwen/qwen3-8b"), [pin, second]);
		assert.deepEqual(findPins({ models: [pin] }, "Qwen/Qwen3"), []);
	});

	it("leaves out a model that does not hold, and says which", () => {
		const rows = [pin, { ...pin, revision: "main" }];
		const { lock, problems } = parseLock(JSON.stringify({ lockVersion: 1, models: rows }));
		assert.equal(lock.models.length, 1);
		assert.deepEqual(
			problems.map(({ code, path }) => [code, path]),
			[["invalidValue", ["models", 1]]],
		);
	});

	it("of another version is not guessed at", () => {
		const { lock, problems } = parseLock(JSON.stringify({ lockVersion: 2, models: [pin] }));
		assert.deepEqual(lock.models, []);
		assert.equal(problems[0]?.code, "unknownVersion");
	});

	it("tells a commit from a branch", () => {
		assert.ok(isCommit("0123456789abcdef0123456789abcdef01234567"));
		assert.ok(!isCommit("main"));
		assert.ok(!isCommit("0123456"));
	});
});

describe("the places of a lock's models", () => {
	it("are their IDs, wherever they stand and whatever else is wrong", () => {
		const text = '// pins\n{ "models": [\n\t{ "revision": "x", "id": "a/b" }, { "id": "c" }\n] }';
		const lines = text.split("\n");
		const found = [...locatePins(text)].map(([id, { line, column, length }]) => [
			id,
			lines[line - 1]?.slice(column - 1, column - 1 + length),
		]);
		assert.deepEqual(found, [
			["a/b", "a/b"],
			["c", "c"],
		]);
		assert.equal(locatePins("no JSON").size, 0);
	});
});
