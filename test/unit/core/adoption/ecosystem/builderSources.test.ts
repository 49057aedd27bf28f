import assert from "node:assert/strict";
import cited from "../../../../../src/core/adoption/ecosystem/builderSources.json" with { type: "json" };
import builders from "../../../../../src/core/adoption/ecosystem/builders.json" with { type: "json" };
import { findBuilder } from "../../../../../src/core/adoption/ecosystem/builderTable.ts";

describe("the sources of the table of makers", () => {
	const sources = Object.entries(cited.sources);

	it("name a page for each maker that has a country, and for no other", () => {
		const withCountry = Object.keys(builders.builders).filter((owner) => findBuilder(owner)?.country);
		assert.deepEqual(
			sources.map(([owner]) => owner),
			withCountry,
		);
	});

	it("are pages that can be opened safely", () => {
		for (const [owner, source] of sources) {
			assert.equal(new URL(source).protocol, "https:", owner);
		}
	});

	it("are of the day of the table", () => {
		assert.equal(cited.asOf, builders.asOf);
	});
});
