import type { ActiveElement, Chart, ChartEvent } from "chart.js";
import type { ChartView } from "../../src/protocol/chartView.ts";
import type { ChartValues } from "./chartConfig.ts";
import type { ChartHands } from "./chartScene.ts";
import { createValueFormat } from "./chartTable.ts";

type DrawnChart = Chart<"bar" | "line", ChartValues, string>;

/** The chart on a canvas as it stands now. */
interface Grip {
	readonly chart: DrawnChart;
	readonly view: ChartView;
	readonly hands: ChartHands | undefined;
}

/** What chart.js calls when the pointer moves over a chart or presses it. */
export function createPointerOptions(view: ChartView, hands: ChartHands | undefined) {
	if (!hands) {
		return {};
	}
	return {
		onHover: (event: ChartEvent, _elements: ActiveElement[], chart: Chart) => {
			chart.canvas.style.cursor = findPressed(view, event, chart) ? "pointer" : "default";
		},
		onClick: (event: ChartEvent, _elements: ActiveElement[], chart: Chart) => {
			const pressed = findPressed(view, event, chart);
			if (pressed) {
				hands.press(pressed.datasetIndex, pressed.index);
			}
		},
	};
}

/** A bar anywhere along its label, a part of a stack where it is, a line at its nearest point. */
function findPressed(view: ChartView, { native }: ChartEvent, chart: Chart): ActiveElement | undefined {
	const isStacked = view.kind === "stackedBar";
	const isLine = view.kind === "line";
	const options =
		isStacked || isLine
			? { intersect: isStacked }
			: ({ intersect: false, axis: view.isSideways ? "y" : "x" } as const);
	const found = native
		? chart.getElementsAtEventForMode(native, isStacked || isLine ? "nearest" : "index", options, false)
		: [];
	return found.find(({ datasetIndex }) => view.series[datasetIndex]?.role !== "reference");
}

/**
 * Lets the keyboard walk a chart: along the labels, across the series, to either end; Enter presses what was walked to.
 * `read` gives the chart as it is when a key is pressed.
 */
export function walkByKeys(canvas: HTMLCanvasElement, read: () => Grip | undefined): void {
	let series = 0;
	let label = -1;
	canvas.addEventListener("keydown", (event) => {
		const grip = read();
		const move = grip?.hands && findMove(event.key, grip.view.isSideways === true);
		if (!grip?.hands || !move) {
			return;
		}
		event.preventDefault();
		const { view } = grip;
		if (move === "press") {
			if (label >= 0 && label < view.labels.length) {
				grip.hands.press(series, label);
			}
			return;
		}
		const walkable = view.series.flatMap(({ role }, at) => (role === "reference" ? [] : [at]));
		const at = Math.max(0, walkable.indexOf(series));
		series = walkable[(at + move.across + walkable.length) % Math.max(1, walkable.length)] ?? 0;
		const last = view.labels.length - 1;
		label = move.end === undefined ? clamp(label + move.along, 0, last) : move.end === "first" ? 0 : last;
		show(grip, series, label);
	});
	canvas.addEventListener("blur", () => {
		const grip = read();
		grip?.chart.setActiveElements([]);
		grip?.chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
		grip?.chart.update("none");
	});
}

function show({ chart, view, hands }: Grip, series: number, label: number): void {
	const element = chart.getDatasetMeta(series).data[label];
	const active = [{ datasetIndex: series, index: label }];
	chart.setActiveElements(active);
	chart.tooltip?.setActiveElements(active, { x: element?.x ?? 0, y: element?.y ?? 0 });
	chart.update("none");
	const { name, values } = view.series[series] ?? { name: "", values: [] };
	const value = values[label];
	const format = createValueFormat(view, chart.options.locale ?? "en");
	const words = value === null || value === undefined ? "–" : format.format(value);
	hands?.announce(`${view.labels[label] ?? ""}: ${name} ${words}`);
}

interface Step {
	readonly along: number;
	readonly across: number;
	readonly end?: "first" | "last";
}

/** What a key does: arrows go along the labels and across the series, which change places where bars lie. */
function findMove(key: string, isSideways: boolean): Step | "press" | undefined {
	switch (key) {
		case "Enter":
		case " ":
			return "press";
		case "Home":
			return { along: 0, across: 0, end: "first" };
		case "End":
			return { along: 0, across: 0, end: "last" };
		case "ArrowLeft":
			return isSideways ? { along: 0, across: -1 } : { along: -1, across: 0 };
		case "ArrowRight":
			return isSideways ? { along: 0, across: 1 } : { along: 1, across: 0 };
		case "ArrowUp":
			return isSideways ? { along: -1, across: 0 } : { along: 0, across: 1 };
		case "ArrowDown":
			return isSideways ? { along: 1, across: 0 } : { along: 0, across: -1 };
		default:
			return undefined;
	}
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}
