import type { ChartView } from "../../src/protocol/chartView.ts";
import type { ChartScene } from "../charts/chartScene.ts";
import { createChartTable, isChartEmpty } from "../charts/chartTable.ts";
import { type Content, element, outsideText } from "../element.ts";
import { describeChartDetails } from "./chartDetails.ts";

/** A chart, its basis, and behind it the table that says the same. `id` is unique in the page. */
export function describeChart(scene: ChartScene, id: string, chart: ChartView): Content {
	const heading = element("figcaption", {}, element("h3", {}, outsideText(chart.title)));
	if (isChartEmpty(chart)) {
		const why = element("p", { class: "empty", dir: "auto" }, chart.empty ?? chart.summary);
		return element("figure", { key: `${id}-empty`, class: "chart" }, heading, why);
	}
	return element(
		"figure",
		{ key: id, class: "chart" },
		heading,
		element(
			"div",
			{ class: "canvas" },
			element("canvas", {
				role: "img",
				"aria-label": chart.summary,
				sync: (canvas) => scene.charts.show(canvas, chart),
				release: (canvas) => scene.charts.remove(canvas),
			}),
		),
		element("p", { class: "basis", dir: "auto" }, chart.basis),
		describeTable(scene, id, chart),
	);
}

function describeTable(scene: ChartScene, id: string, chart: ChartView): Content {
	const table = createChartTable(chart, scene.locale);
	return describeChartDetails(scene, {
		id,
		title: chart.title,
		headings: table.headings,
		listRows: () =>
			table.rows.map(({ label, cells }) =>
				element(
					"tr",
					{},
					element("th", { scope: "row" }, outsideText(label)),
					cells.map((cell) => element("td", { class: "number" }, cell)),
				),
			),
	});
}
