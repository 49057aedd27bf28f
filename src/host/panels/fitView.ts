import * as vscode from "vscode";
import type { FitJudge, WholeVerdict } from "../../core/fit/fitJudge.ts";
import type { Verdict } from "../../core/fit/verdict.ts";
import type { Target } from "../../core/hardware/target.ts";
import type { Model } from "../../core/model/model.ts";
import type { FitView, VerdictView } from "../../protocol/modelPanel.ts";
import { describeBasis } from "../words/basisWords.ts";
import { formatCount, formatMemory, formatTokens } from "../words/numbers.ts";
import { formatSpeed, listSpeeds } from "../words/speedWords.ts";
import { listSupport } from "../words/supportWords.ts";
import { describeTarget, nameTarget } from "../words/targetWords.ts";
import { listVerdictParts } from "../words/verdictParts.ts";
import { formatBytesFigure, markVerdict, nameVerdict } from "../words/verdictWords.ts";

const steps = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144, 524_288, 1_048_576];

/**
 * The section on fit: what could be loaded by the checked targets, at one context length for all.
 */
export function createFitView(
	model: Model,
	targets: readonly Target[],
	contextTokens: number,
	fit: FitJudge | undefined,
): FitView {
	const candidates = fit?.listCandidates(model) ?? [];
	const limit = model.contextLength?.value;
	const contextSteps = [
		...new Set([...steps.filter((step) => limit === undefined || step <= limit), contextTokens]),
	];
	const note = describeEmpty(targets.length, candidates.length);
	return {
		contextTokens,
		contextWords: describeContext(contextTokens, limit),
		contextSteps: contextSteps.sort((one, other) => one - other),
		targets: targets.map((target) => ({
			id: target.id,
			name: nameTarget(target),
			detail: describeTarget(target),
		})),
		rows: candidates.map((candidate) => ({
			name: candidate.label,
			format: candidate.isAssumed
				? vscode.l10n.t("{0}, if someone offers it", candidate.format ?? "")
				: (candidate.format ?? ""),
			size: candidate.weights ? formatBytesFigure(candidate.weights) : vscode.l10n.t("not known"),
			...(candidate.weights ? { sizeDetail: describeBasis(candidate.weights) } : {}),
			cells: targets.flatMap((target) =>
				fit
					? createWholeView(
							fit.judge(model, candidate, target, contextTokens),
							fit.findLargestContext(model, candidate, target),
						)
					: [],
			),
		})),
		...(note ? { note } : {}),
	};
}

function createVerdictView(verdict: Verdict): VerdictView {
	return {
		answer: verdict.answer,
		mark: markVerdict(verdict.answer),
		words: nameVerdict(verdict),
		...(verdict.required ? { required: formatBytesFigure(verdict.required) } : {}),
		parts: listVerdictParts(verdict),
	};
}

function createWholeView(
	{ verdict, support, isExpanded, speed }: WholeVerdict,
	largestContext: number | undefined,
): VerdictView {
	const view = createVerdictView(verdict);
	const parts = [...view.parts];
	const { required, budget } = verdict;
	if (required && budget && required.value > budget.value) {
		parts.push({ label: vscode.l10n.t("Missing"), value: formatMemory(required.value - budget.value) });
	}
	if (largestContext !== undefined) {
		parts.push({
			label: vscode.l10n.t("Largest context that fits"),
			value:
				largestContext > 0
					? vscode.l10n.t("{0} tokens", formatTokens(largestContext))
					: vscode.l10n.t("none: the weights alone are too large"),
		});
	}
	if (isExpanded) {
		parts.push({
			label: vscode.l10n.t("Loaded as"),
			value: vscode.l10n.t("{0}, which takes more memory than the file", support.loadsAs ?? ""),
		});
	}
	if (speed) {
		parts.push(...listSpeeds(speed));
	}
	return {
		...view,
		...(speed ? { speed: vscode.l10n.t("≈{0} tokens/s", formatSpeed(speed.decode.value)) } : {}),
		parts: [...parts, ...listSupport(support)],
	};
}

function describeContext(contextTokens: number, limit: number | undefined): string {
	const asked = vscode.l10n.t("{0} tokens ({1})", formatTokens(contextTokens), formatCount(contextTokens));
	if (limit === undefined) {
		return vscode.l10n.t("{0}; the model's own limit is not known", asked);
	}
	return vscode.l10n.t("{0}; the model's own limit is {1}", asked, formatTokens(limit));
}

function describeEmpty(targets: number, candidates: number): string | undefined {
	if (targets === 0) {
		return vscode.l10n.t("No target is checked. Check one under Targets in the sidebar.");
	}
	return candidates === 0
		? vscode.l10n.t("Neither its files nor its parameters are known, so its size is not known.")
		: undefined;
}
