import assert from "node:assert/strict";
import { findFormats } from "../../../../../src/core/fit/support/findFormats.ts";
import { readSupportTable } from "../../../../../src/core/fit/support/supportTable.ts";

describe("the names of formats in a case", () => {
	const find = (name: string): readonly string[] => findFormats([name], readSupportTable());

	it("are understood with the container before them, or without", () => {
		for (const name of ["q4_k_m", "gguf-q4_k_m", "gguf q4_k_m"]) {
			assert.deepEqual(find(name), ["gguf-k"], name);
		}
		assert.deepEqual(find("gguf-iq3_xxs"), ["gguf-iq"]);
		assert.deepEqual(find("gguf-mxfp4"), ["gguf-mxfp4"]);
	});

	it("stay as they are where the table has them", () => {
		for (const name of ["gguf-k", "fp8", "fp8-block", "safetensors-bf16", "no-such-format"]) {
			assert.deepEqual(find(name), [name]);
		}
	});
});
