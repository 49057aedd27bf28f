import { type Content, element, outsideText } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeBar } from "./bar.ts";
import { describeFacts, describeSentences } from "./fact.ts";

/** Who the model is, what to know first, and the one thing to do with it. */
export function describeHeader(scene: Scene): readonly Content[] {
	const { actions, model, strings } = scene;
	return [
		describeBar(
			outsideText(model.name),
			model.isLoading ? strings.loading : undefined,
			element(
				"button",
				{ key: "insert", type: "button", class: "primary", on: { click: () => actions.insertModelId() } },
				...describeInsert(scene),
			),
		),
		element(
			"div",
			{ class: "summary" },
			// Whole, because the bar cuts off what is very long.
			element("p", { class: "who" }, outsideText(model.repoId)),
			element("p", { class: "headline", dir: "auto" }, model.headline),
			describeProblem(scene),
			describeFacts("fact", model.facts, "row"),
			describeSentences(model.warnings, "warnings"),
			describeActions(scene),
			element("p", { class: "source", dir: "auto" }, model.source),
		),
	];
}

/** "Insert into serve.py", the place set apart so that its direction does not reorder the words. */
function describeInsert({ model, strings }: Scene): readonly Content[] {
	if (!model.insertPlace) {
		return [strings.insert];
	}
	const [before = "", after = ""] = strings.insertInto.split("{0}");
	return [before, outsideText(model.insertPlace), after].filter((part) => part !== "");
}

function describeProblem({ actions, failure, model, strings }: Scene): Content {
	const problem = model.problem;
	return element(
		"div",
		{ class: "problem" },
		// Always in the page: only a change inside a region that is already there is read aloud.
		element(
			"div",
			{ role: "status" },
			problem && element("p", { key: "problem", dir: "auto" }, problem.words),
			failure && element("p", { key: "failure", dir: "auto" }, failure),
		),
		problem?.canRetry &&
			element("button", { type: "button", on: { click: () => actions.retry() } }, strings.retry),
	);
}

function describeActions({ actions, copied, model, strings }: Scene): Content {
	return element(
		"div",
		{ class: "actions" },
		element(
			"button",
			{ key: "copy", type: "button", on: { click: () => actions.copyModelId() } },
			copied === "" ? strings.copied : strings.copyId,
		),
		// The label stays while the state is told, or a screen reader would say "Unwatch, pressed".
		element(
			"button",
			{
				key: "watch",
				type: "button",
				"aria-pressed": String(model.isWatched),
				on: { click: () => actions.setWatched(!model.isWatched) },
			},
			strings.watch,
		),
		element(
			"button",
			{ key: "compare", type: "button", on: { click: () => actions.compareModel() } },
			strings.compare,
		),
		model.links
			.filter((link) => link.key !== "licenseText")
			.map((link) =>
				element(
					"button",
					{ key: link.key, type: "button", class: "link", on: { click: () => actions.openLink(link.key) } },
					link.label,
				),
			),
	);
}
