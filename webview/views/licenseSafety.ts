import { type Content, element } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeFacts, describeSentences } from "./fact.ts";
import { describeSection } from "./section.ts";

/** What the license asks for, in plain words, and what there is to know before loading the files. */
export function describeLicenseSafety({ actions, model, strings }: Scene): Content {
	const { obligations, origin, sentence } = model.license;
	const text = model.links.find((link) => link.key === "licenseText");
	return describeSection(
		"license-safety",
		strings.licenseAndSafety,
		element(
			"div",
			{ class: "halves" },
			element(
				"div",
				{ class: "half" },
				element("h3", {}, strings.license),
				element("p", { dir: "auto" }, sentence),
				describeSentences(obligations, "obligations"),
				origin && element("p", { class: "note", dir: "auto" }, origin),
				text &&
					element(
						"button",
						{ type: "button", class: "link", on: { click: () => actions.openLink(text.key) } },
						text.label,
					),
			),
			model.safety.length > 0 &&
				element(
					"div",
					{ class: "half" },
					element("h3", {}, strings.safety),
					describeFacts("safety", model.safety, "column"),
				),
		),
	);
}
