import type { EcosystemChartView, EcosystemRowView, MeasureView } from "../../src/protocol/ecosystemPanel.ts";
import { isChartEmpty } from "../charts/chartTable.ts";
import type { EcosystemScene } from "../ecosystemScene.ts";
import { type Child, type Content, element, outsideText } from "../element.ts";
import { describeChartDetails } from "./chartDetails.ts";

/** One question: its answer in a sentence, its chart, its table, and the ways out of here. */
export function describeEcosystemChart(scene: EcosystemScene, chart: EcosystemChartView): Content {
	const { actions, strings } = scene;
	const wanted = scene.look.measures[chart.id] ?? 0;
	const chosen = wanted < chart.measures.length ? wanted : 0;
	const measure = chart.measures[chosen];
	const canvasId = `canvas-${chart.id}`;
	const isEmpty = measure === undefined || isChartEmpty(measure);
	return element(
		"figure",
		{ key: chart.id, class: "chart answer", "aria-labelledby": `title-${chart.id}` },
		element("figcaption", {}, element("h2", { id: `title-${chart.id}` }, chart.title)),
		isEmpty
			? element("p", { key: "empty", class: "empty", dir: "auto" }, chart.says)
			: element("p", { key: "says", class: "says", dir: "auto" }, chart.says),
		!isEmpty && describeMeasures(scene, chart, chosen),
		!isEmpty && measure && describeCanvas(scene, chart, measure, canvasId),
		element("p", { class: "basis", dir: "auto" }, chart.basis),
		!isEmpty &&
			element(
				"div",
				{ class: "foot" },
				describeChartDetails(scene, {
					id: `table-${chart.id}`,
					title: chart.title,
					headings: chart.headings,
					listRows: () => chart.rows.map((row) => describeRow(scene, chart, row)),
				}),
				element(
					"button",
					{ key: "csv", type: "button", class: "link", on: { click: () => actions.exportCsv(chart.id) } },
					strings.exportCsv,
					nameOf(chart),
				),
				element(
					"button",
					{
						key: "png",
						type: "button",
						class: "link",
						on: { click: () => actions.exportPng(chart.id, canvasId) },
					},
					strings.exportPng,
					nameOf(chart),
				),
			),
	);
}

/** Which chart a button is of, for those who do not see where it stands. */
function nameOf({ title }: EcosystemChartView): Content {
	return element("span", { class: "unseen" }, ": ", title);
}

function describeMeasures(
	{ actions, look, strings }: EcosystemScene,
	chart: EcosystemChartView,
	chosen: number,
): Content | undefined {
	if (chart.measures.length < 2) {
		return undefined;
	}
	return element(
		"div",
		{ key: "measures", class: "measures", role: "group", "aria-label": `${strings.measure}: ${chart.title}` },
		chart.measures.map(({ title }, index) =>
			element(
				"button",
				{
					key: title,
					type: "button",
					"aria-pressed": String(index === chosen),
					on: { click: () => actions.look({ measures: { ...look.measures, [chart.id]: index } }) },
				},
				title,
			),
		),
	);
}

function describeCanvas(
	{ actions, charts, strings }: EcosystemScene,
	chart: EcosystemChartView,
	measure: MeasureView,
	canvasId: string,
): Content {
	const press = (series: number, index: number): void => {
		const key = measure.keys[index];
		if (key !== undefined) {
			actions.showModels(chart.id, key, measure.columns[series] ?? "");
		}
	};
	return element(
		"div",
		{
			key: `${canvasId}-${measure.isSideways ? "lying" : measure.kind}`,
			class: "canvas",
			"data-rows": measure.isSideways ? measure.labels.length : undefined,
		},
		element("canvas", {
			id: canvasId,
			role: "application",
			tabindex: 0,
			"aria-label": `${chart.title} ${measure.summary}`,
			"aria-description": strings.chartKeys,
			sync: (canvas) => charts.show(canvas, measure, { press, announce: actions.announce }),
			release: (canvas) => charts.remove(canvas),
		}),
	);
}

function describeRow(scene: EcosystemScene, chart: EcosystemChartView, row: EcosystemRowView): Content {
	const isWhole = row.hasModels.length === 1;
	return element(
		"tr",
		{ key: row.key },
		element(
			"th",
			{ scope: "row" },
			isWhole && row.hasModels[0] ? describeLead(scene, chart, row, 0, row.label) : outsideText(row.label),
		),
		row.cells.map((cell, column) =>
			element(
				"td",
				{ class: "number" },
				!isWhole && row.hasModels[column] ? describeLead(scene, chart, row, column, cell) : cell,
			),
		),
	);
}

/** A button that leads to the models behind a row or a cell. */
function describeLead(
	{ actions, strings }: EcosystemScene,
	chart: EcosystemChartView,
	row: EcosystemRowView,
	column: number,
	words: string,
): Child {
	const cell =
		row.hasModels.length === 1 ? row.label : `${chart.headings[column + 1]}, ${row.label}: ${words}`;
	return element(
		"button",
		{
			type: "button",
			class: "link",
			"aria-label": strings.showModels.replace("{0}", cell),
			on: { click: () => actions.showModels(chart.id, row.key, chart.columns[column] ?? "") },
		},
		outsideText(words),
	);
}
