import * as vscode from "vscode";
import type { Direction } from "../../core/adoption/direction.ts";
import type { FitAnswer, Verdict } from "../../core/fit/verdict.ts";
import type { Target } from "../../core/hardware/target.ts";
import type { Model, Parameters } from "../../core/model/model.ts";
import { markDirection, nameDirection } from "./adoptionWords.ts";
import { nameLicense } from "./licenseName.ts";
import { formatCompact, formatParameters } from "./numbers.ts";
import { nameTarget } from "./targetWords.ts";
import { nameAnswer, summarizeVerdict } from "./verdictWords.ts";

/** The name without its owner. */
export function nameModel(repoId: string): string {
	return repoId.slice(repoId.lastIndexOf("/") + 1);
}

/** Parameters with the sign of their basis, and the active ones of a mixture: `≈122B (10B active)`. */
export function summarizeParameters(parameters: Parameters | undefined): string | undefined {
	if (!parameters) {
		return undefined;
	}
	const sign = parameters.total.basis === "estimated" ? "≈" : "";
	const total = `${sign}${formatParameters(parameters.total.value)}`;
	return parameters.active
		? vscode.l10n.t("{0} ({1} active)", total, formatParameters(parameters.active.value))
		: total;
}

/** A pipeline task in words. The Hub's task ids are English words with hyphens. */
export function nameTask(task: string): string {
	return task.replaceAll("-", " ");
}

/** 30-day downloads with their direction: `↗ 1.2M`. Nothing known, nothing said. */
export function summarizeDownloads(model: Model, direction: Direction): string | undefined {
	const { downloads30d } = model.counters;
	if (downloads30d === undefined) {
		return undefined;
	}
	const mark = markDirection(direction);
	return direction === "new" && downloads30d === 0
		? `${mark} ${nameDirection(direction)}`
		: [mark, formatCompact(downloads30d)].filter(Boolean).join(" ");
}

/** The verdict of several targets in a few words: one verdict, or on how many of them it fits. */
export function summarizeVerdicts(verdicts: readonly Verdict[]): string | undefined {
	const [first, second] = verdicts;
	if (!first) {
		return undefined;
	}
	if (!second) {
		return summarizeVerdict(first);
	}
	const fitting = verdicts.filter(({ answer }) => answer === "fits").length;
	return fitting > 0
		? vscode.l10n.t("fits {0} of {1} targets", fitting, verdicts.length)
		: nameAnswer(weigh(verdicts));
}

/** The answer to show for several targets: the best of them. */
export function weigh(verdicts: readonly Verdict[]): FitAnswer {
	const order: readonly FitAnswer[] = ["fits", "offload", "unsupported", "tooLarge", "unknown"];
	return order.find((answer) => verdicts.some((verdict) => verdict.answer === answer)) ?? "unknown";
}

/** A model's line in a list, after its name. The verdict comes first: a narrow sidebar shows no more than that. */
export function describeModelLine(model: Model, verdicts: readonly Verdict[], direction: Direction): string {
	return [
		summarizeVerdicts(verdicts),
		summarizeParameters(model.parameters),
		nameLicense(model.license),
		summarizeDownloads(model, direction),
		model.author,
	]
		.filter(Boolean)
		.join(" · ");
}

/** The same line as a sentence for a screen reader, which says marks as words. */
export function speakModelLine(
	model: Model,
	judged: readonly { target: Target; verdict: Verdict }[],
	direction: Direction,
): string {
	const fit = judged.map(({ target, verdict }) => `${nameTarget(target)}: ${summarizeVerdict(verdict)}`);
	const { downloads30d } = model.counters;
	return [
		nameModel(model.repoId),
		model.author ? vscode.l10n.t("by {0}", model.author) : undefined,
		model.task ? nameTask(model.task) : undefined,
		summarizeParameters(model.parameters),
		nameLicense(model.license),
		...fit,
		downloads30d === undefined
			? undefined
			: vscode.l10n.t("{0} downloads in 30 days, {1}", formatCompact(downloads30d), nameDirection(direction)),
	]
		.filter(Boolean)
		.join(", ");
}

/** What a careful reader must know before use, each as a sentence. */
export function listWarnings(model: Model): string[] {
	const warnings: string[] = [];
	if (model.isDisabled) {
		warnings.push(vscode.l10n.t("The Hub has disabled this repository."));
	}
	if (model.gating === "auto" || model.gating === "manual") {
		warnings.push(
			model.gating === "auto"
				? vscode.l10n.t("Gated: its files need an accepted form and a token.")
				: vscode.l10n.t("Gated: its files need the authors' approval and a token."),
		);
	}
	if (model.hasCustomCode) {
		warnings.push(vscode.l10n.t("Loading it runs code from its repository."));
	}
	if (model.security === "issues") {
		warnings.push(vscode.l10n.t("The Hub's scanners found issues in its files."));
	}
	if (isPickleOnly(model)) {
		warnings.push(vscode.l10n.t("Its weights are pickles, which can run code when they are loaded."));
	}
	return warnings;
}

function isPickleOnly({ formats }: Model): boolean {
	return formats.length > 0 && formats.every((format) => format === "pytorch");
}
