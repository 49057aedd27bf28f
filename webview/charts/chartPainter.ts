import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
} from "chart.js";
import type { ChartView } from "../../src/protocol/chartView.ts";
import type { ChartPainter } from "../scene.ts";
import { type ChartValues, createChartConfig } from "./chartConfig.ts";
import { createMarksPlugin } from "./chartMarks.ts";
import { createPattern } from "./chartPattern.ts";
import { readChartTheme, watchChartTheme } from "./chartTheme.ts";

interface Painted {
	readonly chart: Chart<"bar" | "line", ChartValues, string>;
	view: ChartView;
}

/** Draws with chart.js, of which only what is in use here is registered, and again when the theme changes. */
export function createChartPainter(getLocale: () => string): ChartPainter {
	Chart.register(BarController, LineController, BarElement, LineElement, PointElement);
	Chart.register(CategoryScale, LinearScale, Legend, Tooltip);
	const paintedByCanvas = new Map<HTMLElement, Painted>();
	let theme = readChartTheme();

	function createConfig(view: ChartView) {
		return createChartConfig(view, theme, getLocale(), (color, index) =>
			createPattern(color, theme.background, index),
		);
	}

	function paint(canvas: HTMLElement, view: ChartView): void {
		const painted = paintedByCanvas.get(canvas);
		if (painted && painted.view.kind === view.kind) {
			const { data, options } = createConfig(view);
			painted.view = view;
			painted.chart.data = data;
			painted.chart.options = options ?? {};
			painted.chart.update("none");
		} else if (canvas instanceof HTMLCanvasElement) {
			painted?.chart.destroy();
			const marks = createMarksPlugin(() => ({
				marks: placeMarks(paintedByCanvas.get(canvas)?.view),
				color: theme.foreground,
				background: theme.background,
			}));
			const chart = new Chart(canvas, { ...createConfig(view), plugins: [marks] });
			paintedByCanvas.set(canvas, { chart, view });
		}
	}

	watchChartTheme(() => {
		theme = readChartTheme();
		for (const [canvas, { view }] of paintedByCanvas) {
			paint(canvas, view);
		}
	});

	return {
		show(canvas, view) {
			if (paintedByCanvas.get(canvas)?.view !== view) {
				paint(canvas, view);
			}
		},
		remove(canvas) {
			paintedByCanvas.get(canvas)?.chart.destroy();
			paintedByCanvas.delete(canvas);
		},
	};
}

/** Marks where the axis has them: it runs along the labels' positions, or along time. */
function placeMarks(view: ChartView | undefined): ChartView["marks"] {
	return view?.marks?.map(({ at, words }) => ({ at: view.timesMs?.[at] ?? at, words }));
}
