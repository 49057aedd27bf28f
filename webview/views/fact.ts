import type { FactView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, outsideText } from "../element.ts";

/** A value, with its detail as a tooltip for pointer and keyboard alike. `id` is unique in the page. */
export function describeDetailed(id: string, value: string, detail: string | undefined): Content {
	if (!detail) {
		return outsideText(value);
	}
	return element(
		"span",
		{ class: "detailed" },
		element("button", { type: "button", class: "value", "aria-describedby": id }, outsideText(value)),
		element("span", { role: "tooltip", id, dir: "auto" }, detail),
	);
}

/** Facts as a list of definitions. `id` is unique in the page. */
export function describeFacts(id: string, facts: readonly FactView[], layout: string): Content | undefined {
	if (facts.length === 0) {
		return undefined;
	}
	return element(
		"dl",
		{ class: `facts ${layout}` },
		facts.map((fact, index) =>
			element(
				"div",
				{ key: fact.label },
				element("dt", {}, outsideText(fact.label)),
				element("dd", {}, describeDetailed(`${id}-${index}`, fact.value, fact.detail)),
			),
		),
	);
}

/** Sentences as a list, if there are any. */
export function describeSentences(sentences: readonly string[], className: string): Content | undefined {
	if (sentences.length === 0) {
		return undefined;
	}
	return element(
		"ul",
		{ class: className },
		sentences.map((sentence) => element("li", { dir: "auto" }, sentence)),
	);
}
