import { type Content, element } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeChart } from "./chartFigure.ts";
import { describeFacts, describeSentences } from "./fact.ts";
import { describeSection } from "./section.ts";

/** How much the model is used: the first chart wide, figures beside it, flags in words. */
export function describeAdoption(scene: Scene): Content {
	const { figures, flags, charts } = scene.model.adoption;
	const [first, ...others] = charts.map((chart, index) => describeChart(scene, `adoption-${index}`, chart));
	return describeSection(
		"adoption",
		scene.strings.adoption,
		element(
			"div",
			{ class: "beside" },
			first,
			element(
				"div",
				{ class: "figures" },
				describeFacts("adoption-figure", figures, "column"),
				describeSentences(flags, "flags"),
			),
		),
		others.length > 0 && element("div", { class: "charts" }, others),
	);
}
