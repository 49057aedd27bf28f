import { type Content, element } from "../element.ts";

/** The top of a page, which stays in sight: its name, a ring while it loads (by the word given), and the one thing to do. */
export function describeBar(name: Content, loading: string | undefined, button: Content): Content {
	return element(
		"header",
		{ class: "bar" },
		element("h1", { tabindex: -1, id: "name" }, name),
		loading !== undefined &&
			element("vscode-progress-ring", {
				key: "ring",
				"aria-label": loading,
				// The ring names itself “Loading”, in English, when it comes into the page.
				sync: (ring) => ring.setAttribute("aria-label", loading),
			}),
		button,
	);
}
