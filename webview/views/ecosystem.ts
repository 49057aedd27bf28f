import type { FieldView } from "../../src/protocol/ecosystemPanel.ts";
import type { EcosystemScene } from "../ecosystemScene.ts";
import { type Content, element, outsideText } from "../element.ts";
import { describeBar } from "./bar.ts";
import { describeEcosystemChart } from "./ecosystemChart.ts";

/** The whole page of the ecosystem: what it is computed from, what it is narrowed to, one figure a question. */
export function describeEcosystem(scene: EcosystemScene): readonly Content[] {
	const { actions, announced, ecosystem, isChoosing, strings } = scene;
	return [
		element(
			"div",
			{ class: "top" },
			describeBar(
				strings.title,
				ecosystem.isLoading || isChoosing ? strings.loading : undefined,
				element(
					"button",
					{ key: "export", type: "button", on: { click: () => actions.exportMarkdown() } },
					strings.exportMarkdown,
				),
			),
			element(
				"div",
				{ class: "narrow", role: "group", "aria-label": strings.narrowTo },
				ecosystem.fields.map((field) => describeField(scene, field)),
			),
		),
		element(
			"div",
			{ class: "summary" },
			element("p", { class: "source", dir: "auto" }, ecosystem.source),
			ecosystem.notes.map((note) => element("p", { class: "note", dir: "auto" }, note)),
			ecosystem.canReadMore &&
				element(
					"button",
					{ key: "more", type: "button", class: "read-more", on: { click: () => actions.readMore() } },
					strings.readMore,
				),
			describeProblem(scene),
		),
		element(
			"div",
			{ class: "answers" },
			ecosystem.charts.map((chart) => describeEcosystemChart(scene, chart)),
		),
		element("div", { class: "unseen", "aria-live": "polite", key: "announcements" }, announced),
	];
}

function describeField({ actions, look, strings }: EcosystemScene, field: FieldView): Content {
	const id = `field-${field.field}`;
	return element(
		"div",
		{ key: field.field, class: "field" },
		element("label", { for: id }, field.label),
		element(
			"select",
			{
				id,
				value: look.choice[field.field] ?? "",
				on: {
					change: ({ target }) => {
						const value = target instanceof HTMLSelectElement ? target.value : "";
						actions.choose(field.field, value === "" ? undefined : value);
					},
				},
			},
			element("option", { key: "", value: "" }, strings.all),
			field.options.map(({ value, words }) => element("option", { key: value, value }, words)),
		),
	);
}

function describeProblem({ ecosystem, failure }: EcosystemScene): Content {
	return element(
		"div",
		{ class: "problem" },
		// Always in the page: only a change inside a region that is already there is read aloud.
		element(
			"div",
			{ role: "status" },
			ecosystem.problem && element("p", { key: "problem", dir: "auto" }, ecosystem.problem),
			failure && element("p", { key: "failure", dir: "auto" }, outsideText(failure)),
		),
	);
}
