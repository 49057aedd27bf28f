import { type Content, element } from "./element.ts";
import type { Scene } from "./scene.ts";
import { describeAdoption } from "./views/adoption.ts";
import { describeDerivatives } from "./views/derivatives.ts";
import { describeFit } from "./views/fit.ts";
import { describeHeader } from "./views/header.ts";
import { describeLicenseSafety } from "./views/licenseSafety.ts";
import { describeUse } from "./views/use.ts";

/** The whole page of a model. */
export function describeModelPanel(scene: Scene): readonly Content[] {
	return [
		...describeHeader(scene),
		describeAdoption(scene),
		describeDerivatives(scene),
		describeFit(scene),
		describeLicenseSafety(scene),
		describeUse(scene),
		element(
			"div",
			{ class: "unseen", "aria-live": "polite", key: "announcements" },
			scene.copied === undefined ? undefined : scene.strings.copied,
		),
	];
}
