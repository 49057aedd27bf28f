import assert from "node:assert/strict";
import type { ChartView, SeriesView } from "../../../../src/protocol/chartView.ts";
import { createChartConfig } from "../../../../webview/charts/chartConfig.ts";
import type { ChartTheme } from "../../../../webview/charts/chartTheme.ts";
import { sampleChart } from "../sampleScene.ts";

const theme: ChartTheme = {
	series: ["blue", "yellow"],
	foreground: "white",
	neutral: "grey",
	grid: "gray",
	background: "black",
	fontFamily: "sans-serif",
	fontSizePx: 13,
	isMotionReduced: false,
};

const createConfig = (chart: ChartView, over: Partial<ChartTheme> = {}, locale = "en") =>
	createChartConfig(chart, { ...theme, ...over }, locale, (color, index) => `${color} pattern ${index}`);

const createLines = (...series: SeriesView[]) => {
	const labels = (series[0]?.values ?? []).map((_value, index) => `day ${index}`);
	return createConfig({ ...sampleChart, kind: "line", labels, series }).data.datasets;
};

describe("the drawing of a chart", () => {
	it("stacks bars that differ in pattern, not in color alone", () => {
		const { data, options, type } = createConfig(sampleChart);
		assert.equal(type, "bar");
		assert.deepEqual(
			data.datasets.map((set) => set.backgroundColor),
			["blue pattern 0", "yellow pattern 1"],
		);
		assert.equal(options?.scales?.["y"]?.stacked, true);
		assert.equal(createConfig({ ...sampleChart, kind: "bar" }).options?.scales?.["y"]?.stacked, false);
	});

	it("begins an axis of plain places at 0, and says what they are", () => {
		const series = [{ name: "Own", values: [1, 2] }];
		const chart: ChartView = { ...sampleChart, kind: "line", labels: ["22", "30"], series };
		const axis = createConfig({ ...chart, labelHeading: "Days after release", positions: [22, 30] }).options
			?.scales?.["x"];
		assert.equal(axis?.min, 0);
		assert.ok(axis && "title" in axis && axis.title?.display);
		assert.equal(axis.title.text, "Days after release");
		const byDate = createConfig({ ...chart, timesMs: [1e12, 2e12] }).options?.scales?.["x"];
		assert.equal(byDate?.min, undefined);
	});

	it("draws lines that differ in dash and point, and lets a gap be a gap", () => {
		const sets = createLines({ name: "Own", values: [1, null, 3] }, { name: "Family", values: [1, 2, 3] });
		const drawn = sets.map((set) => {
			assert.equal(set.type, "line");
			assert.ok("borderDash" in set && "pointStyle" in set && "spanGaps" in set);
			assert.equal(set.spanGaps, false);
			return JSON.stringify([set.borderDash, set.pointStyle]);
		});
		assert.notEqual(drawn[0], drawn[1]);
		assert.deepEqual(sets[0]?.data, [1, null, 3]);
	});

	it("runs along time where the moments are known, with dates at the axis and the gap as wide as it was", () => {
		const timesMs = [Date.UTC(2026, 3, 1), Date.UTC(2026, 3, 2), Date.UTC(2026, 10, 21)];
		const series = [{ name: "Own", values: [1, null, 3] }];
		const { data, options } = createConfig({
			...sampleChart,
			kind: "line",
			labels: ["a", "b", "c"],
			timesMs,
			series,
		});
		assert.deepEqual(data.datasets[0]?.data, [
			{ x: timesMs[0], y: 1 },
			{ x: timesMs[1], y: Number.NaN },
			{ x: timesMs[2], y: 3 },
		]);
		const axis = options?.scales?.["x"];
		assert.equal(axis?.type, "linear");
		const write = axis?.ticks?.callback;
		assert.ok(write);
		assert.equal(Reflect.apply(write, undefined, [timesMs[2], 0, []]), "Nov 21, 2026");
	});

	it("shows a reading that stands alone among many, which no line would show", () => {
		const values = Array.from({ length: 100 }, (_value, day) => (day === 50 || day === 52 ? null : day));
		const [set] = createLines({ name: "Own", values });
		assert.ok(set && "pointRadius" in set && Array.isArray(set.pointRadius));
		assert.equal(set.pointRadius[51], 3);
		assert.equal(set.pointRadius[10], 0);
	});

	it("writes numbers at the axis as the reader's locale does, in short", () => {
		const readTick = (locale: string) => {
			const ticks = createConfig(sampleChart, {}, locale).options?.scales?.["y"]?.ticks;
			const write = ticks && "callback" in ticks ? ticks.callback : undefined;
			assert.ok(write);
			return String(Reflect.apply(write, undefined, [1_500_000, 0, []]));
		};
		assert.equal(readTick("en"), "1.5M");
		assert.equal(readTick("de"), "1,5\u00A0Mio.");
	});

	it("does not move for readers who asked for stillness", () => {
		assert.equal(createConfig(sampleChart, { isMotionReduced: true }).options?.animation, false);
		assert.notEqual(createConfig(sampleChart).options?.animation, false);
	});

	it("has a legend where there is more than one series to tell apart", () => {
		const one = { ...sampleChart, series: sampleChart.series.slice(0, 1) };
		assert.equal(createConfig(one).options?.plugins?.legend?.display, false);
		assert.equal(createConfig(sampleChart).options?.plugins?.legend?.display, true);
	});

	it("still has a color for more series than the theme has", () => {
		const series = ["a", "b", "c"].map((name) => ({ name, values: [1] }));
		const { datasets } = createConfig({ ...sampleChart, series }).data;
		assert.equal(datasets[2]?.borderColor, "blue");
	});
});
