import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	LogarithmicScale,
	PointElement,
	Tooltip,
} from "chart.js";
import type { ChartView } from "../../src/protocol/chartView.ts";
import { type ChartValues, createChartConfig } from "./chartConfig.ts";
import { createPointerOptions, walkByKeys } from "./chartHands.ts";
import { createMarksPlugin } from "./chartMarks.ts";
import { createPattern } from "./chartPattern.ts";
import { takeChartPicture } from "./chartPicture.ts";
import type { ChartHands, ChartPainter } from "./chartScene.ts";
import { readChartTheme, watchChartTheme } from "./chartTheme.ts";

interface Painted {
	readonly chart: Chart<"bar" | "line", ChartValues, string>;
	view: ChartView;
	hands: ChartHands | undefined;
}

/** Draws with chart.js, of which only what is in use here is registered, and again when the theme changes. */
export function createChartPainter(getLocale: () => string): ChartPainter {
	Chart.register(BarController, LineController, BarElement, LineElement, PointElement);
	Chart.register(CategoryScale, LinearScale, LogarithmicScale, Legend, Tooltip);
	const paintedByCanvas = new Map<HTMLElement, Painted>();
	let theme = readChartTheme();

	function createConfig(view: ChartView, hands: ChartHands | undefined) {
		const config = createChartConfig(view, theme, getLocale(), (color, index) =>
			createPattern(color, theme.background, index),
		);
		return { ...config, options: { ...config.options, ...createPointerOptions(view, hands) } };
	}

	function paint(canvas: HTMLElement, view: ChartView, hands: ChartHands | undefined): void {
		const painted = paintedByCanvas.get(canvas);
		if (painted && painted.view.kind === view.kind) {
			const { data, options } = createConfig(view, hands);
			painted.view = view;
			painted.hands = hands;
			painted.chart.data = data;
			painted.chart.options = options;
			painted.chart.update("none");
		} else if (canvas instanceof HTMLCanvasElement) {
			painted?.chart.destroy();
			const marks = createMarksPlugin(() => ({
				marks: placeMarks(paintedByCanvas.get(canvas)?.view),
				color: theme.foreground,
				background: theme.background,
			}));
			const chart = new Chart(canvas, { ...createConfig(view, hands), plugins: [marks] });
			paintedByCanvas.set(canvas, { chart, view, hands });
			if (!painted) {
				walkByKeys(canvas, () => paintedByCanvas.get(canvas));
			}
		}
	}

	watchChartTheme(() => {
		theme = readChartTheme();
		for (const [canvas, { view, hands }] of paintedByCanvas) {
			paint(canvas, view, hands);
		}
	});

	return {
		show(canvas, view, hands) {
			const painted = paintedByCanvas.get(canvas);
			if (painted?.view !== view) {
				paint(canvas, view, hands);
			} else {
				painted.hands = hands;
			}
		},
		takePicture(canvas, words) {
			return canvas instanceof HTMLCanvasElement && paintedByCanvas.has(canvas)
				? takeChartPicture(canvas, words, theme)
				: undefined;
		},
		remove(canvas) {
			paintedByCanvas.get(canvas)?.chart.destroy();
			paintedByCanvas.delete(canvas);
		},
	};
}

/** Marks where the axis has them: it runs along the labels' positions, or along time. */
function placeMarks(view: ChartView | undefined): ChartView["marks"] {
	return view?.marks?.map(({ at, words }) => ({
		at: view.timesMs?.[at] ?? view.positions?.[at] ?? at,
		words,
	}));
}
