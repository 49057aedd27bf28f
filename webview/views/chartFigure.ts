import type { ChartView } from "../../src/protocol/chartView.ts";
import { createChartTable, isChartEmpty } from "../charts/chartTable.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { ChartScene } from "../scene.ts";

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

function describeTable(
	{ actions, locale, look, strings }: ChartScene,
	id: string,
	chart: ChartView,
): Content {
	const isOpen = look.openDetails.includes(id);
	const table = createChartTable(chart, locale);
	const changeOpen = (event: Event) => {
		const isNowOpen = event.target instanceof HTMLDetailsElement && event.target.open;
		const others = look.openDetails.filter((open) => open !== id);
		actions.look({ openDetails: isNowOpen ? [...others, id] : others });
	};
	return element(
		"details",
		{ open: isOpen, on: { toggle: changeOpen } },
		element(
			"summary",
			{},
			strings.showTable,
			element("span", { class: "unseen" }, ": ", outsideText(chart.title)),
		),
		// Rows of a closed table cost as much as those of an open one.
		isOpen &&
			element(
				"div",
				{ class: "scroll", role: "group", tabindex: 0, "aria-label": chart.title },
				element(
					"table",
					{},
					element(
						"thead",
						{},
						element(
							"tr",
							{},
							table.headings.map((text, column) =>
								element("th", { scope: "col", class: column > 0 && "number" }, outsideText(text)),
							),
						),
					),
					element(
						"tbody",
						{},
						table.rows.map(({ label, cells }) =>
							element(
								"tr",
								{},
								element("th", { scope: "row" }, outsideText(label)),
								cells.map((cell) => element("td", { class: "number" }, cell)),
							),
						),
					),
				),
			),
	);
}
