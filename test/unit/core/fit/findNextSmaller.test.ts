import assert from "node:assert/strict";
import type { Candidate } from "../../../../src/core/fit/candidate.ts";
import { findNextSmaller } from "../../../../src/core/fit/findNextSmaller.ts";

const candidate = (label: string, gigabytes: number | undefined, isAssumed = false): Candidate => ({
	label,
	isAssumed,
	...(gigabytes === undefined
		? {}
		: { weights: { value: gigabytes * 1e9, basis: "read" as const, from: "fileSizes" as const } }),
});

describe("the next smaller of what could be loaded", () => {
	const all = [
		candidate("Q8_0", 8),
		candidate("Q4_K_M", 5),
		candidate("Q6_K", 6.5),
		candidate("unknown", undefined),
	];

	it("is the largest of the smaller ones, in whatever order they are listed", () => {
		assert.equal(findNextSmaller(candidate("BF16", 16), all)?.label, "Q8_0");
		assert.equal(findNextSmaller(candidate("Q8_0", 8), all)?.label, "Q6_K");
	});

	it("is nothing below the smallest, and for what has no known size", () => {
		assert.equal(findNextSmaller(candidate("Q4_K_M", 5), all), undefined);
		assert.equal(findNextSmaller(candidate("unknown", undefined), all), undefined);
	});

	it("is of the same format, if there is any: who looks at GGUF does not load MLX", () => {
		const mlx: Candidate = { ...candidate("MLX 6-bit", 7), format: "mlx" };
		const gguf = ["Q8_0", "Q4_K_M"].map(
			(label, at): Candidate => ({
				...candidate(label, 8 - 3 * at, true),
				format: "gguf",
			}),
		);
		const [first] = gguf;
		assert.ok(first);
		assert.equal(findNextSmaller(first, [...gguf, mlx])?.label, "Q4_K_M");
		assert.equal(findNextSmaller(candidate("BF16", 16), [...gguf, mlx])?.label, "MLX 6-bit");
	});

	it("is what somebody holds before what is assumed", () => {
		const assumed = [candidate("Q8_0", 8, true), candidate("Q4_K_M", 5)];
		assert.equal(findNextSmaller(candidate("BF16", 16), assumed)?.label, "Q4_K_M");
		assert.equal(findNextSmaller(candidate("BF16", 16), assumed.slice(0, 1))?.label, "Q8_0");
	});
});
