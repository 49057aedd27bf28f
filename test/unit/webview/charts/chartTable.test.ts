import assert from "node:assert/strict";
import { createChartTable, isChartEmpty } from "../../../../webview/charts/chartTable.ts";
import { sampleChart } from "../sampleScene.ts";

describe("the table behind a chart", () => {
	it("says what the chart shows, in full and in the reader's locale", () => {
		assert.deepEqual(createChartTable(sampleChart, "de"), {
			headings: ["Month", "Fine-tunes", "Adapters"],
			rows: [
				{ label: "June", cells: ["1.200", "–"] },
				{ label: "July", cells: ["3", "0"] },
			],
		});
	});

	it("shows a gap where a series ends before the labels do", () => {
		const short = { ...sampleChart, series: [{ name: "Fine-tunes", values: [7] }] };
		assert.deepEqual(createChartTable(short, "en").rows[1], { label: "July", cells: ["–"] });
	});
});

describe("an empty chart", () => {
	it("is one that the host calls empty, or one without a value", () => {
		assert.equal(isChartEmpty(sampleChart), false);
		assert.equal(isChartEmpty({ ...sampleChart, empty: "Nothing yet." }), true);
		assert.equal(isChartEmpty({ ...sampleChart, series: [] }), true);
		assert.equal(isChartEmpty({ ...sampleChart, series: [{ name: "Gaps", values: [null, null] }] }), true);
	});

	it("is not one of zeros: nothing happened is something known", () => {
		assert.equal(isChartEmpty({ ...sampleChart, series: [{ name: "Zeros", values: [0, 0] }] }), false);
	});
});
