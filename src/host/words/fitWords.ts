import * as vscode from "vscode";
import type { Candidate } from "../../core/fit/candidate.ts";
import type { BestVerdict, WholeVerdict } from "../../core/fit/fitJudge.ts";
import { formatBytes, formatTokens } from "./numbers.ts";
import { formatBytesFigure, nameVerdict } from "./verdictWords.ts";

const mostTypes = 3;

/** A line of a verdict: what, how much, and how that is known. */
interface Line {
	readonly label: string;
	readonly value: string;
	readonly detail?: string;
}

/** In which types the tensors of a checkpoint are stored, where its headers were read: the largest few. */
export function listStored({ artifact }: Candidate): Line[] {
	const types = artifact?.tensors?.bytesByDtype ?? [];
	const shown = types.slice(0, mostTypes).map(([dtype, bytes]) => `${dtype} ${formatBytes(bytes)}`);
	return types.length === 0
		? []
		: [
				{
					label: vscode.l10n.t("Stored as"),
					value: [...shown, ...(types.length > mostTypes ? ["…"] : [])].join(" · "),
					detail: vscode.l10n.t("Read from the headers of its files."),
				},
			];
}

/** What the weights become in memory, where that is more than the file. */
export function listExpansion({ isExpanded, support }: WholeVerdict): Line[] {
	return isExpanded
		? [
				{
					label: vscode.l10n.t("Loaded as"),
					value: vscode.l10n.t("{0}, which takes more memory than the file", support.loadsAs ?? ""),
				},
			]
		: [];
}

/**
 * What would change the verdict: the memory that is missing or left over, the context that would still fit, what is the
 * next smaller, and what else of the model fits there.
 */
export function listChanges(
	{ verdict }: WholeVerdict,
	largestContext: number | undefined,
	best: BestVerdict | undefined,
	smaller: BestVerdict | undefined,
): Line[] {
	const lines: Line[] = [];
	const { required, budget, answer } = verdict;
	if (required && budget) {
		const leftBytes = budget.value - required.value;
		lines.push(
			leftBytes < 0
				? { label: vscode.l10n.t("Missing"), value: formatBytes(-leftBytes) }
				: { label: vscode.l10n.t("Headroom"), value: formatBytes(leftBytes) },
		);
	}
	if (largestContext !== undefined) {
		lines.push({
			label: vscode.l10n.t("Largest context that fits"),
			value:
				largestContext > 0
					? vscode.l10n.t("{0} tokens", formatTokens(largestContext))
					: vscode.l10n.t("none: the weights alone are too large"),
		});
	}
	if (smaller?.verdict.required) {
		const words = [nameVerdict(smaller.verdict), formatBytesFigure(smaller.verdict.required)].join(" ");
		lines.push({ label: vscode.l10n.t("Next smaller"), value: `${nameCandidate(smaller)}, ${words}` });
	}
	if (answer !== "fits" && best?.verdict.answer === "fits" && best.verdict.required) {
		lines.push({
			label: vscode.l10n.t("Best that fits"),
			value: `${nameCandidate(best)}, ${formatBytesFigure(best.verdict.required)}`,
		});
	}
	return lines;
}

function nameCandidate({ candidate }: BestVerdict): string {
	return [candidate?.label, candidate?.offer?.repoId].filter(Boolean).join(" · ");
}
