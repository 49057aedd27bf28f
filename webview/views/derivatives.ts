import type { RelationView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeChart } from "./chartFigure.ts";
import { describeDetailed } from "./fact.ts";
import { describeLineage } from "./lineage.ts";
import { describeSection } from "./section.ts";

/** What others made of the model: counts by relation, the largest of each, and when they came. */
export function describeDerivatives(scene: Scene): Content {
	const { chart, note, relations } = scene.model.derivatives;
	return describeSection(
		"derivatives",
		scene.strings.derivatives,
		note && element("p", { class: "note", dir: "auto" }, note),
		relations.length > 0 &&
			element(
				"div",
				{ class: "relations" },
				relations.map((relation, index) => describeRelation(scene, `relation-${index}`, relation)),
			),
		describeChart(scene, "derivatives", chart),
		describeLineage(scene),
	);
}

function describeRelation({ actions, strings }: Scene, id: string, relation: RelationView): Content {
	return element(
		"div",
		{ key: relation.label, class: "relation" },
		element("h3", { id }, relation.label),
		element("p", { class: "count" }, describeDetailed(`${id}-detail`, relation.count, relation.detail)),
		relation.largest.length > 0 &&
			element(
				"ul",
				{ "aria-labelledby": id },
				relation.largest.map(({ repoId, downloads }) =>
					element(
						"li",
						{ key: repoId },
						element(
							"button",
							{ type: "button", class: "link", on: { click: () => actions.openModel(repoId) } },
							outsideText(repoId),
						),
						downloads &&
							element(
								"span",
								{ class: "downloads" },
								element("span", { class: "unseen" }, `${strings.downloads}: `),
								outsideText(downloads),
							),
					),
				),
			),
		relation.hasAny &&
			element(
				"button",
				{
					type: "button",
					class: "link all",
					"aria-describedby": id,
					on: { click: () => actions.showDerivatives(relation.key) },
				},
				strings.seeAll,
			),
	);
}
