import * as vscode from "vscode";
import type { Direction } from "../../core/adoption/direction.ts";
import type { AdoptionFlag } from "../../core/adoption/flags.ts";
import type { Relation } from "../../core/model/relation.ts";

/** An arrow for the direction; a space where there is none, so that words carry it. */
export function markDirection(direction: Direction): string {
	return { rising: "↗", steady: "→", falling: "↘", new: "✦", unknown: "" }[direction];
}

/** The direction in words. */
export function nameDirection(direction: Direction): string {
	switch (direction) {
		case "rising":
			return vscode.l10n.t("rising");
		case "steady":
			return vscode.l10n.t("steady");
		case "falling":
			return vscode.l10n.t("falling");
		case "new":
			return vscode.l10n.t("new");
		case "unknown":
			return vscode.l10n.t("direction not known");
	}
}

/** What a flag warns of, as a sentence. */
export function describeFlag(flag: AdoptionFlag): string {
	switch (flag) {
		case "new":
			return vscode.l10n.t("New: under 7 days old, so its counters say little yet.");
		case "shortHistory":
			return vscode.l10n.t("Short history: under 30 days old, so there is no momentum yet.");
		case "ciNoiseSuspected":
			return vscode.l10n.t("Automated downloads suspected: many downloads, hardly a like or a derivative.");
		case "stalledCounter":
			return vscode.l10n.t("Stalled counter: the Hub's counter has not moved while time went on.");
	}
}

/** A relation in the singular, as a word before a name. */
export function nameOneOfRelation(relation: Relation): string {
	switch (relation) {
		case "finetune":
			return vscode.l10n.t("fine-tune");
		case "adapter":
			return vscode.l10n.t("adapter");
		case "merge":
			return vscode.l10n.t("merge");
		case "quantized":
			return vscode.l10n.t("quantization");
	}
}

/** A relation in the plural, as a heading. */
export function nameRelation(relation: Relation): string {
	switch (relation) {
		case "finetune":
			return vscode.l10n.t("Fine-tunes");
		case "adapter":
			return vscode.l10n.t("Adapters");
		case "merge":
			return vscode.l10n.t("Merges");
		case "quantized":
			return vscode.l10n.t("Quantizations");
	}
}
