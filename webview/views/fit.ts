import type { VerdictView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeContext } from "./context.ts";
import { describeDetailed, describeFacts } from "./fact.ts";
import { describeSection } from "./section.ts";

/** Artifacts by targets at a context length; each verdict opens its parts. */
export function describeFit(scene: Scene): Content {
	const { note, rows, targets } = scene.model.fit;
	return describeSection(
		"fit",
		scene.strings.fit,
		note && element("p", { class: "note", dir: "auto" }, note),
		rows.length > 0 && targets.length > 0 && describeContext(scene),
		rows.length > 0 && describeTable(scene),
	);
}

function describeTable(scene: Scene): Content {
	const { rows, targets } = scene.model.fit;
	const { artifact, fit, size } = scene.strings;
	return element(
		"div",
		{ class: "scroll" },
		element(
			"table",
			{},
			element("caption", { class: "unseen" }, fit),
			element(
				"thead",
				{},
				element(
					"tr",
					{},
					element("th", { scope: "col" }, artifact),
					element("th", { scope: "col", class: "number" }, size),
					targets.map((target) =>
						element(
							"th",
							{ scope: "col", key: target.id },
							outsideText(target.name),
							element("span", { class: "under", dir: "auto" }, target.detail),
						),
					),
				),
			),
			element(
				"tbody",
				{},
				rows.map((row, index) => describeRow(scene, row, index)),
			),
		),
	);
}

function describeRow(
	scene: Scene,
	row: Scene["model"]["fit"]["rows"][number],
	index: number,
): readonly Content[] {
	const { actions, look, model, strings } = scene;
	const cells = row.cells.map((verdict, column) => {
		const id = `${row.name} ${model.fit.targets[column]?.id}`;
		return { verdict, id, column, domId: `cell-${index}-${column}`, isOpen: look.openCell === id };
	});
	const open = cells.find((cell) => cell.isOpen);
	const close = (event: Event) => {
		if (open && event instanceof KeyboardEvent && event.key === "Escape" && !event.defaultPrevented) {
			actions.look({ openCell: undefined });
			document.getElementById(open.domId)?.focus();
		}
	};
	const main = element(
		"tr",
		{ key: row.name, on: { keydown: close } },
		element(
			"th",
			{ scope: "row" },
			outsideText(row.name),
			element("span", { class: "under", dir: "auto" }, row.format),
		),
		element("td", { class: "number" }, describeDetailed(`size-${index}`, row.size, row.sizeDetail)),
		cells.map(({ domId, id, isOpen, verdict }) =>
			element(
				"td",
				{ key: domId },
				element(
					"button",
					{
						type: "button",
						class: "verdict",
						id: domId,
						"data-answer": verdict.answer,
						"aria-expanded": String(isOpen),
						"aria-controls": isOpen && `${domId}-parts`,
						on: { click: () => actions.look({ openCell: isOpen ? undefined : id }) },
					},
					...describeVerdict(verdict),
				),
			),
		),
	);
	if (!open) {
		return [main];
	}
	const parts = element(
		"tr",
		{ key: `${row.name} parts`, class: "parts", id: `${open.domId}-parts`, on: { keydown: close } },
		element(
			"td",
			{ colspan: model.fit.targets.length + 2 },
			describeFacts(`${open.domId}-part`, open.verdict.parts, "row") ??
				element("p", { class: "empty" }, open.verdict.words),
			element(
				"button",
				{ type: "button", class: "copy", on: { click: () => actions.copyVerdict(index, open.column) } },
				scene.copied === open.domId ? strings.copied : strings.copyVerdict,
			),
		),
	);
	return [main, parts];
}

function describeVerdict(verdict: VerdictView): readonly Content[] {
	const contents = [
		element("span", { class: "mark", "aria-hidden": "true" }, verdict.mark),
		element("span", { class: "words", dir: "auto" }, verdict.words),
	];
	const under = [verdict.required, verdict.speed].filter(Boolean).join(" · ");
	return under ? [...contents, " ", element("span", { class: "under", dir: "auto" }, under)] : contents;
}
