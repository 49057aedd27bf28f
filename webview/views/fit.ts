import type { FactView, FitRowView, VerdictView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeContext } from "./context.ts";
import { describeDetailed, describeFacts } from "./fact.ts";
import { describeSection } from "./section.ts";

/** Under this name the rows that nobody looks for first are open or closed. */
const minorRows = "fit-rows";

/** Artifacts by targets at a context length; each verdict opens its parts. */
export function describeFit(scene: Scene): Content {
	const { note, rows, targets } = scene.model.fit;
	return describeSection(
		"fit",
		scene.strings.fit,
		note && element("p", { class: "note", dir: "auto" }, note),
		rows.length > 0 && targets.length > 0 && describeContext(scene),
		rows.length > 0 && describeTable(scene),
		describeMore(scene),
	);
}

/** What else there is: rows that are not shown, and repositories that were not read. */
function describeMore({ actions, look, model, strings, locale }: Scene): Content | undefined {
	const { rows, offers } = model.fit;
	const minor = rows.filter(({ isMinor }) => isMinor).length;
	const isOpen = look.openDetails.includes(minorRows);
	const others = look.openDetails.filter((id) => id !== minorRows);
	const count = new Intl.NumberFormat(locale).format(minor);
	if (minor === 0 && !offers) {
		return undefined;
	}
	return element(
		"div",
		{ class: "actions more" },
		minor > 0 &&
			element(
				"button",
				{
					type: "button",
					"aria-expanded": String(isOpen),
					on: { click: () => actions.look({ openDetails: isOpen ? others : [...others, minorRows] }) },
				},
				isOpen ? strings.showFewerRows : strings.showMoreRows.replace("{0}", count),
			),
		offers &&
			element(
				"button",
				{
					type: "button",
					"aria-disabled": offers.isReading,
					on: { click: () => offers.isReading || actions.readOffers() },
				},
				offers.isReading ? strings.loading : offers.words,
			),
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
				rows.map((row, index) => (isShown(scene, row) ? describeRow(scene, row, index) : undefined)),
			),
		),
	);
}

function isShown({ look }: Scene, row: FitRowView): boolean {
	return (
		!row.isMinor || look.openDetails.includes(minorRows) || look.openCell?.startsWith(`${row.key} `) === true
	);
}

function describeRow(scene: Scene, row: FitRowView, index: number): readonly Content[] {
	const { actions, look, model, strings } = scene;
	const cells = row.cells.map((verdict, column) => {
		const id = `${row.key} ${model.fit.targets[column]?.id}`;
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
		{ key: row.key, on: { keydown: close } },
		element(
			"th",
			{ scope: "row" },
			outsideText(row.name),
			element("span", { class: "under", dir: "auto" }, row.format),
			row.owner && describeOwner(scene, row.owner),
			row.caveat && element("span", { class: "under caveat", dir: "auto" }, `⚠ ${row.caveat}`),
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
					...describeVerdict(verdict, strings.bestFit),
				),
			),
		),
	);
	if (!open) {
		return [main];
	}
	const parts = element(
		"tr",
		{ key: `${row.key} parts`, class: "parts", id: `${open.domId}-parts`, on: { keydown: close } },
		element(
			"td",
			{ colspan: model.fit.targets.length + 2 },
			describeFacts(`${open.domId}-part`, open.verdict.parts, "row") ??
				element("p", { class: "empty" }, open.verdict.words),
			describeGroup(`${open.domId}-change`, strings.whatWouldChange, open.verdict.changes),
			describeGroup(`${open.domId}-run`, strings.howItRuns, open.verdict.running),
			element(
				"button",
				{ type: "button", class: "copy", on: { click: () => actions.copyVerdict(index, open.column) } },
				scene.copied === open.domId ? strings.copied : strings.copyVerdict,
			),
		),
	);
	return [main, parts];
}

function describeOwner({ actions }: Scene, { repoId, words }: NonNullable<FitRowView["owner"]>): Content {
	const [before = "", after = ""] = words.split(repoId);
	return element(
		"span",
		{ class: "under", dir: "auto" },
		before,
		element(
			"button",
			{ type: "button", class: "link", on: { click: () => actions.openModel(repoId) } },
			outsideText(repoId),
		),
		after,
	);
}

function describeGroup(id: string, heading: string, facts: readonly FactView[]): readonly Content[] {
	const list = describeFacts(id, facts, "row");
	return list ? [element("h3", {}, heading), list] : [];
}

function describeVerdict(verdict: VerdictView, bestFit: string): readonly Content[] {
	const contents = [
		element("span", { class: "mark", "aria-hidden": "true" }, verdict.mark),
		element("span", { class: "words", dir: "auto" }, verdict.words),
	];
	const under = [verdict.required, verdict.speed, verdict.isBest && `★ ${bestFit}`]
		.filter(Boolean)
		.join(" · ");
	return under ? [...contents, " ", element("span", { class: "under", dir: "auto" }, under)] : contents;
}
