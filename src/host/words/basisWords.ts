import * as vscode from "vscode";
import type { Basis, Figure, FigureSource } from "../../core/model/figure.ts";
import { formatBytes } from "./numbers.ts";

/** How a figure came to be and from what, as a sentence for a tooltip. A range is in bytes where `rangeOf` says so. */
export function describeBasis(figure: Figure, formatRange: (value: number) => string = formatBytes): string {
	const sentence = vscode.l10n.t("{0} from {1}", nameBasis(figure.basis), nameSource(figure.from));
	return figure.low === undefined || figure.high === undefined
		? sentence
		: vscode.l10n.t("{0}; between {1} and {2}", sentence, formatRange(figure.low), formatRange(figure.high));
}

function nameBasis(basis: Basis): string {
	switch (basis) {
		case "read":
			return vscode.l10n.t("Read");
		case "computed":
			return vscode.l10n.t("Computed");
		case "estimated":
			return vscode.l10n.t("Estimated");
		case "measured":
			return vscode.l10n.t("Measured");
	}
}

function nameSource(source: FigureSource): string {
	switch (source) {
		case "safetensorsTotal":
			return vscode.l10n.t("the safetensors total on the Hub");
		case "safetensorsUnpacked":
			return vscode.l10n.t("the safetensors counts, unpacked by their bit width");
		case "safetensorsHeaders":
			return vscode.l10n.t("the headers of the safetensors files");
		case "ggufTotal":
			return vscode.l10n.t("the GGUF total on the Hub");
		case "ggufHeader":
			return vscode.l10n.t("the header of a GGUF file");
		case "repoName":
			return vscode.l10n.t("the repository's name");
		case "published":
			return vscode.l10n.t("a size that was published");
		case "baseModel":
			return vscode.l10n.t("the base model");
		case "config":
			return vscode.l10n.t("config.json");
		case "fileSizes":
			return vscode.l10n.t("file sizes");
		case "parametersTimesBits":
			return vscode.l10n.t("parameters × bits per weight");
		case "architecture":
			return vscode.l10n.t("layers, heads and context length");
		case "typicalArchitecture":
			return vscode.l10n.t("what is typical for models of this size");
		case "runtimeAllowance":
			return vscode.l10n.t("an allowance for the runtime");
		case "hardwareFacts":
			return vscode.l10n.t("the list of known hardware");
		case "hubCounter":
			return vscode.l10n.t("the Hub's counters");
		case "hubList":
			return vscode.l10n.t("the Hub's lists");
		case "knownModels":
			return vscode.l10n.t("the models known here");
		case "ownReadings":
			return vscode.l10n.t("readings kept on this machine");
		case "probe":
			return vscode.l10n.t("what the machine reports");
		case "user":
			return vscode.l10n.t("what you set");
	}
}
