import * as vscode from "vscode";
import type { SpeedFigures } from "../../core/fit/speed/estimateSpeed.ts";
import type { Figure } from "../../core/model/figure.ts";
import { formatCount, formatRatio } from "./numbers.ts";

/** The speeds as ranges, one a line, each with what it was computed from. What is not known is not listed. */
export function listSpeeds({
	decode,
	prefill,
}: SpeedFigures): { label: string; value: string; detail: string }[] {
	const lines = [
		{
			label: vscode.l10n.t("Decoding speed"),
			value: formatRange(decode),
			detail: vscode.l10n.t(
				"Estimated for one sequence with the context full, from the bytes moved a token and the bandwidth of where they are; 4 of 5 measurements lie within the range. Without speculation.",
			),
		},
	];
	if (prefill) {
		lines.push({
			label: vscode.l10n.t("Reading a prompt"),
			value: formatRange(prefill),
			detail: vscode.l10n.t(
				"Estimated for a prompt that fills the context, from the operations a token and the rate that such accelerators reach: an order of magnitude.",
			),
		});
	}
	return lines;
}

/** Tokens a second, in digits that say something. */
export function formatSpeed(tokensPerSecond: number): string {
	if (tokensPerSecond < 10) {
		return formatRatio(tokensPerSecond);
	}
	const step = tokensPerSecond < 200 ? 1 : 10 ** (Math.floor(Math.log10(tokensPerSecond)) - 1);
	return formatCount(Math.round(tokensPerSecond / step) * step);
}

function formatRange({ value, low = value, high = value }: Figure): string {
	return vscode.l10n.t("{0}–{1} tokens/s", formatSpeed(low), formatSpeed(high));
}
