import type { ChartScene } from "../charts/chartScene.ts";
import { type Content, element, outsideText } from "../element.ts";

/** The table behind a chart. */
export interface ChartDetails {
	/** Unique in the page. */
	readonly id: string;
	readonly title: string;
	/** The first column's is that of the rows' own headings; the others are of numbers. */
	readonly headings: readonly string[];
	/** Asked for while it is open: rows of a closed table cost as much as those of an open one. */
	readonly listRows: () => readonly Content[];
}

/** The table behind a chart, shown when asked for. Which chart it is of is said to those who do not see where it stands. */
export function describeChartDetails(
	{ actions, look, strings }: ChartScene,
	{ id, title, headings, listRows }: ChartDetails,
): Content {
	const isOpen = look.openDetails.includes(id);
	const changeOpen = (event: Event): void => {
		const isNowOpen = event.target instanceof HTMLDetailsElement && event.target.open;
		const others = look.openDetails.filter((open) => open !== id);
		actions.look({ openDetails: isNowOpen ? [...others, id] : others });
	};
	return element(
		"details",
		{ key: "table", open: isOpen, on: { toggle: changeOpen } },
		element("summary", {}, strings.showTable, element("span", { class: "unseen" }, ": ", outsideText(title))),
		isOpen &&
			element(
				"div",
				{ class: "scroll", role: "group", tabindex: 0, "aria-label": title },
				element(
					"table",
					{},
					element(
						"thead",
						{},
						element(
							"tr",
							{},
							headings.map((heading, column) =>
								element("th", { scope: "col", class: column > 0 && "number" }, outsideText(heading)),
							),
						),
					),
					element("tbody", {}, listRows()),
				),
			),
	);
}
