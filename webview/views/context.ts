import { findStep } from "../contextStep.ts";
import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";

/** The slider that asks for all verdicts at another context length. */
export function describeContext({
	actions,
	locale,
	model,
	pendingContext,
	strings,
}: Scene): Content | undefined {
	const { contextSteps, contextTokens, contextWords } = model.fit;
	if (contextSteps.length < 2) {
		return element("p", { class: "context" }, `${strings.context}: `, outsideText(contextWords));
	}
	const wanted = pendingContext ?? contextTokens;
	// The host's words describe the verdicts that are shown, not those that are still on their way.
	const words = wanted === contextTokens ? contextWords : new Intl.NumberFormat(locale).format(wanted);
	return element(
		"div",
		{ class: "context" },
		element("label", { for: "context" }, strings.context),
		element("input", {
			type: "range",
			id: "context",
			min: 0,
			max: contextSteps.length - 1,
			step: 1,
			value: String(findStep(contextSteps, wanted)),
			"aria-valuetext": words,
			on: {
				input: ({ target }) => {
					const tokens = target instanceof HTMLInputElement && contextSteps[Number(target.value)];
					if (tokens) {
						actions.chooseContext(tokens);
					}
				},
			},
		}),
		element("output", { for: "context", "aria-live": "off", dir: "auto" }, words),
	);
}
