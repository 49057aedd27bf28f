import * as vscode from "vscode";
import type { WatchedChange } from "../../core/watch/watchedChanges.ts";
import { nameGating } from "./filterWords.ts";
import { formatDay, formatRatio } from "./numbers.ts";

/** A change in a word or two, for a row. */
export function nameChange(change: WatchedChange): string {
	switch (change.kind) {
		case "removed":
			return vscode.l10n.t("no longer on the Hub");
		case "disabled":
			return vscode.l10n.t("disabled");
		case "renamed":
			return vscode.l10n.t("renamed");
		case "license":
			return vscode.l10n.t("license changed");
		case "gating":
			return vscode.l10n.t("access changed");
		case "successor":
			return vscode.l10n.t("newer version");
		case "downloads":
			return change.ratio > 1 ? vscode.l10n.t("downloads jumped") : vscode.l10n.t("downloads collapsed");
		case "revision":
			return vscode.l10n.t("new revision");
	}
}

/** A change as a sentence, for a tooltip. */
export function describeChange(change: WatchedChange): string {
	switch (change.kind) {
		case "removed":
			return vscode.l10n.t("The Hub no longer has it, or no longer shows it.");
		case "disabled":
			return vscode.l10n.t("The Hub has disabled it: its files cannot be loaded.");
		case "renamed":
			return vscode.l10n.t("It was called {0}.", change.from);
		case "license":
			return change.to === undefined
				? vscode.l10n.t("Its license was {0} and is no longer stated.", change.from)
				: vscode.l10n.t("Its license was {0} and is {1} now.", change.from, change.to);
		case "gating":
			return vscode.l10n.t("Access was {0} and is {1} now.", nameGating(change.from), nameGating(change.to));
		case "successor":
			return vscode.l10n.t("By its name, {0} is a newer version.", change.repoId);
		case "downloads":
			return change.ratio > 1
				? vscode.l10n.t(
						"Downloads in 30 days jumped to × {0} by {1}.",
						formatRatio(change.ratio),
						formatDay(change.atMs),
					)
				: vscode.l10n.t(
						"Downloads in 30 days collapsed to × {0} by {1}.",
						formatRatio(change.ratio),
						formatDay(change.atMs),
					);
		case "revision":
			return vscode.l10n.t("Its files or its card have a new revision.");
	}
}
