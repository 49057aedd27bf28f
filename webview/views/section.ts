import { type Child, type Content, element } from "../element.ts";

/** A part of the page under its heading. `id` is unique in the page. */
export function describeSection(id: string, heading: string, ...children: readonly Child[]): Content {
	const headingId = `${id}-heading`;
	return element(
		"section",
		{ key: id, class: id, "aria-labelledby": headingId },
		element("h2", { id: headingId }, heading),
		...children,
	);
}
