import type { CompareRowView } from "../../src/protocol/comparePanel.ts";
import type { CompareScene } from "../compareScene.ts";
import { type Content, element, outsideText } from "../element.ts";
import { describeBar } from "./bar.ts";
import { describeChart } from "./chartFigure.ts";
import { describeDetailed } from "./fact.ts";

/** The page of a comparison: a column a model, then adoption on one chart. */
export function describeComparison(scene: CompareScene): readonly Content[] {
	const { actions, comparison, failure, isCopied, strings } = scene;
	return [
		describeBar(
			strings.title,
			comparison.isLoading ? strings.loading : undefined,
			element(
				"button",
				{ type: "button", class: "primary", on: { click: () => actions.copyMarkdown() } },
				isCopied ? strings.copied : strings.copyMarkdown,
			),
		),
		element(
			"div",
			{ class: "problem" },
			element(
				"div",
				{ role: "status" },
				comparison.problem && element("p", { key: "problem", dir: "auto" }, comparison.problem),
				failure && element("p", { key: "failure", dir: "auto" }, failure),
			),
		),
		describeColumns(scene),
		element(
			"div",
			{ class: "charts" },
			comparison.charts.map((chart, index) => describeChart(scene, `compared-${index}`, chart)),
		),
		element(
			"div",
			{ class: "actions" },
			element("button", { type: "button", on: { click: () => actions.refresh() } }, strings.refresh),
			element("p", { class: "source", dir: "auto" }, comparison.source),
		),
		element(
			"div",
			{ class: "unseen", "aria-live": "polite", key: "announcements" },
			isCopied ? strings.copied : undefined,
		),
	];
}

function describeColumns({ actions, comparison, strings }: CompareScene): Content {
	const { models, sections } = comparison;
	return element(
		"div",
		{ class: "scroll", role: "group", tabindex: 0, "aria-label": strings.title },
		element(
			"table",
			{ class: "compared", "data-models": models.length },
			element(
				"thead",
				{},
				element(
					"tr",
					{},
					element("th", { scope: "col" }, element("span", { class: "unseen" }, strings.property)),
					models.map(({ repoId }) =>
						element(
							"th",
							{ key: repoId, scope: "col" },
							element(
								"button",
								{ type: "button", class: "link", on: { click: () => actions.openModel(repoId) } },
								outsideText(repoId),
							),
						),
					),
				),
			),
			sections.map(({ heading, rows }, section) =>
				element(
					"tbody",
					{ key: heading },
					element(
						"tr",
						{ class: "group" },
						element("th", { scope: "rowgroup", colspan: models.length + 1 }, outsideText(heading)),
					),
					rows.map((row, index) => describeRow(row, `compared-${section}-${index}`)),
				),
			),
		),
	);
}

function describeRow({ label, cells }: CompareRowView, id: string): Content {
	return element(
		"tr",
		{},
		element("th", { scope: "row" }, outsideText(label)),
		cells.map(({ mark, value, detail }, column) =>
			element(
				"td",
				{},
				mark && element("span", { class: "mark", "aria-hidden": "true" }, `${mark} `),
				describeDetailed(`${id}-${column}`, value, detail),
			),
		),
	);
}
