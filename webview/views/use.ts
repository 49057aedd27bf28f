import type { SnippetView } from "../../src/protocol/modelPanel.ts";
import { type Content, element, uncoverBidi } from "../element.ts";
import type { Scene } from "../scene.ts";
import { describeSection } from "./section.ts";

/** Ways to use the model, a tab each: code to insert or copy. */
export function describeUse(scene: Scene): Content {
	const { actions, look, model, strings } = scene;
	const { snippets } = model;
	if (snippets.length === 0) {
		return describeSection("use", strings.useIt, element("p", { class: "empty" }, strings.noSnippets));
	}
	const chosen = snippets.find((snippet) => snippet.id === look.snippetId) ?? snippets[0];
	const choose = (event: Event) => {
		// The event brings the tab; the attribute of the panels follows only later.
		const tab: unknown = event instanceof CustomEvent ? event.detail : undefined;
		const next = snippets.find((snippet) => tab instanceof HTMLElement && toTabId(snippet) === tab.id);
		if (next) {
			actions.look({ snippetId: next.id });
		}
	};
	return describeSection(
		"use",
		strings.useIt,
		element(
			"vscode-panels",
			{ "aria-label": strings.useIt, activeid: chosen && toTabId(chosen), on: { change: choose } },
			// A tab takes its name from its text only once, so another text is another tab.
			snippets.map((snippet) =>
				element(
					"vscode-panel-tab",
					{ key: `${snippet.id} ${snippet.label}`, id: toTabId(snippet) },
					snippet.label,
				),
			),
			snippets.map((snippet) =>
				element(
					"vscode-panel-view",
					{ key: `${snippet.id} ${snippet.label}`, id: `view-${toTabId(snippet)}` },
					describeSnippet(scene, snippet),
				),
			),
		),
	);
}

function describeSnippet({ actions, copied, strings }: Scene, snippet: SnippetView): Content {
	return element(
		"div",
		{ class: "snippet" },
		element(
			"pre",
			{ tabindex: 0, role: "group", "aria-label": snippet.label, dir: "ltr" },
			element("code", { "data-language": snippet.language }, uncoverBidi(snippet.code)),
		),
		element(
			"div",
			{ class: "actions" },
			element(
				"button",
				{ type: "button", on: { click: () => actions.insertSnippet(snippet.id) } },
				strings.insert,
			),
			element(
				"button",
				{ type: "button", on: { click: () => actions.copySnippet(snippet.id) } },
				copied === snippet.id ? strings.copied : strings.copy,
			),
			snippet.canRun &&
				element(
					"button",
					{ type: "button", on: { click: () => actions.runSnippet(snippet.id) } },
					strings.runInTerminal,
				),
		),
	);
}

/** An id that can stand in a list of ids, which spaces separate. */
function toTabId(snippet: SnippetView): string {
	return `use-${encodeURIComponent(snippet.id)}`;
}
