import type { Plugin } from "chart.js";
import type { ChartView } from "../../src/protocol/chartView.ts";

/** Moments to mark, and the color of their line and words. */
export interface ChartMarks {
	readonly marks: ChartView["marks"];
	readonly color: string;
	/** Behind the words, so that they are read where a bar or a line runs. */
	readonly background: string;
}

/** Draws a dashed line, with its words, at each label that `read` gives at the time of drawing. */
export function createMarksPlugin(read: () => ChartMarks): Plugin<"bar" | "line"> {
	return {
		id: "marks",
		afterDatasetsDraw({ chartArea, ctx, scales }) {
			const { background, color, marks } = read();
			for (const { at, words } of marks ?? []) {
				const x = scales["x"]?.getPixelForValue(at);
				if (x === undefined || !Number.isFinite(x)) {
					continue;
				}
				ctx.save();
				ctx.strokeStyle = color;
				ctx.fillStyle = color;
				ctx.setLineDash([2, 3]);
				ctx.beginPath();
				ctx.moveTo(x, chartArea.top);
				ctx.lineTo(x, chartArea.bottom);
				ctx.stroke();
				const isLeft = x < (chartArea.left + chartArea.right) / 2;
				ctx.textAlign = isLeft ? "left" : "right";
				ctx.textBaseline = "top";
				const wordsX = x + (isLeft ? 4 : -4);
				ctx.strokeStyle = background;
				ctx.setLineDash([]);
				ctx.lineWidth = 4;
				ctx.strokeText(words, wordsX, chartArea.top);
				ctx.fillText(words, wordsX, chartArea.top);
				ctx.restore();
			}
		},
	};
}
