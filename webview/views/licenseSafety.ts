import type { AncestorView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeFacts, describeSentences } from "./fact.ts";
import { describeSection } from "./section.ts";

/** What the license asks for, in plain words, and what there is to know before loading the files. */
export function describeLicenseSafety(scene: Scene): Content {
	const { actions, model, strings } = scene;
	const { ancestors, obligations, origin, sentence } = model.license;
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
		ancestors.length > 0 && [
			element("h3", { id: "made-from" }, strings.madeFrom),
			element(
				"ul",
				{ class: "ancestors", "aria-labelledby": "made-from" },
				ancestors.map((ancestor) => describeAncestor(scene, ancestor)),
			),
		],
	);
}

function describeAncestor({ actions }: Scene, ancestor: AncestorView): Content {
	const { isConflict, license, obligations, relation, repoId, words } = ancestor;
	return element(
		"li",
		{ key: repoId, class: isConflict ? "ancestor conflict" : "ancestor" },
		element(
			"button",
			{ type: "button", class: "link", on: { click: () => actions.openModel(repoId) } },
			outsideText(repoId),
		),
		element("span", { class: "terms" }, outsideText(relation ? `${license} · ${relation}` : license)),
		element("p", { dir: "auto" }, words),
		describeSentences(obligations, "obligations"),
	);
}
