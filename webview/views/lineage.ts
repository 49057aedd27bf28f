import type { LineageRowView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";

/** Where the model comes from and what was made of it: a tree as nested lists, from the root down. */
export function describeLineage(scene: Scene): Content {
	const { actions, model, strings } = scene;
	const { isReading, rows, status } = model.lineage;
	return element(
		"div",
		{ class: "lineage" },
		element("h3", { id: "lineage-heading" }, strings.lineage),
		describeLevel(scene, rows, "lineage-heading"),
		element(
			"div",
			{ class: "lineage-reading" },
			// One button under both names: where one was pressed, the focus stays.
			element(
				"button",
				{
					type: "button",
					on: { click: () => (isReading ? actions.stopLineage() : actions.followLineage()) },
				},
				isReading ? strings.stop : strings.followLineage,
			),
			element("p", { class: "basis", dir: "auto", role: "status" }, status),
		),
	);
}

function describeLevel(
	scene: Scene,
	rows: readonly LineageRowView[],
	labelledBy: string | undefined,
): Content | undefined {
	const [first] = rows;
	if (first === undefined) {
		return undefined;
	}
	const starts = rows.flatMap(({ depth }, index) => (depth === first.depth ? [index] : []));
	return element(
		"ul",
		{ ...(labelledBy !== undefined && { "aria-labelledby": labelledBy }) },
		starts.map((start, position) => {
			const [row, ...below] = rows.slice(start, starts[position + 1]);
			return (
				row &&
				element("li", { key: row.repoId }, describeRow(scene, row), describeLevel(scene, below, undefined))
			);
		}),
	);
}

function describeRow({ actions }: Scene, { repoId, relation, notes, isSelf }: LineageRowView): Content {
	return element(
		"div",
		{ class: "lineage-row", ...(isSelf && { "aria-current": "true" }) },
		relation !== "" && element("span", { class: "lineage-relation" }, outsideText(relation)),
		isSelf
			? element("span", { class: "lineage-self" }, outsideText(repoId))
			: element(
					"button",
					{ type: "button", class: "link", on: { click: () => actions.openModel(repoId) } },
					outsideText(repoId),
				),
		notes.map((note) => element("span", { key: note, class: "lineage-note" }, outsideText(note))),
	);
}
