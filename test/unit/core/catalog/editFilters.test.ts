import assert from "node:assert/strict";
import { dropFilter, includeUnknown, setIncludeUnknown } from "../../../../src/core/catalog/editFilters.ts";
import { parseRange } from "../../../../src/core/catalog/parseRange.ts";
import type { Filters } from "../../../../src/core/catalog/query.ts";

describe("editing filters", () => {
	const filters: Filters = {
		tasks: ["translation"],
		languages: ["pl"],
		includeUnknown: ["language", "task"],
	};

	it("takes a filter away with its unknowns, and leaves the others", () => {
		assert.deepEqual(dropFilter(filters, "language"), { tasks: ["translation"], includeUnknown: ["task"] });
		assert.deepEqual(dropFilter({ languages: ["pl"], includeUnknown: ["language"] }, "language"), {});
	});

	it("lets unknown values in and out again", () => {
		assert.deepEqual(setIncludeUnknown({}, "age", true), { includeUnknown: ["age"] });
		assert.deepEqual(setIncludeUnknown({ includeUnknown: ["age"] }, "age", true), {
			includeUnknown: ["age"],
		});
		assert.deepEqual(setIncludeUnknown({ includeUnknown: ["age"] }, "age", false), {});
	});

	it("knows that a license that is not stated is a class of its own", () => {
		assert.deepEqual(includeUnknown({ licenseClasses: ["permissive"] }, "licenseClass"), {
			licenseClasses: ["permissive", "notStated"],
		});
	});
});

describe("a range as it is typed", () => {
	it("is two numbers, or one end", () => {
		assert.deepEqual(parseRange(" 3 - 8 "), { min: 3, max: 8 });
		assert.deepEqual(parseRange("1.5–4"), { min: 1.5, max: 4 });
		assert.deepEqual(parseRange("<8"), { max: 8 });
		assert.deepEqual(parseRange("> 30"), { min: 30 });
	});

	it("is nothing else", () => {
		for (const text of ["", "8", "8-3", "a-b", "<", "-3-4", "3-8 GB"]) {
			assert.equal(parseRange(text), undefined, text);
		}
	});
});
