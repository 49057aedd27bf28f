import * as vscode from "vscode";
import type { Candidate } from "../../../core/fit/candidate.ts";
import { sortByQuality } from "../../../core/fit/chooseBest.ts";
import { findNextSmaller } from "../../../core/fit/findNextSmaller.ts";
import type { FitJudge } from "../../../core/fit/fitJudge.ts";
import type { Target } from "../../../core/hardware/target.ts";
import type { Model } from "../../../core/model/model.ts";
import type { FitRowView, FitView, VerdictView } from "../../../protocol/modelPanel.ts";
import { describeBasis } from "../../words/basisWords.ts";
import { listChanges, listExpansion, listStored } from "../../words/fitWords.ts";
import { formatCount, formatTokens } from "../../words/numbers.ts";
import { describeOffer, describeOutdated, nameOfferCount } from "../../words/offerWords.ts";
import { formatSpeed, listSpeeds } from "../../words/speedWords.ts";
import { listSupport } from "../../words/supportWords.ts";
import { describeTarget, nameTarget } from "../../words/targetWords.ts";
import { listVerdictParts } from "../../words/verdictParts.ts";
import { formatBytesFigure, markVerdict, nameVerdict } from "../../words/verdictWords.ts";

/** What the section on fit is made from. */
export interface FitViewInput {
	readonly model: Model;
	readonly targets: readonly Target[];
	readonly contextTokens: number;
	/** Absent where it could not be loaded. */
	readonly fit: FitJudge | undefined;
	/** Repositories of quantizations that have not been read. */
	readonly unreadOffers: number;
	readonly isReadingOffers: boolean;
}

const steps = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144, 524_288, 1_048_576];

/** With more rows than this, those that nobody looks for first wait behind a button. */
const fewRows = 10;

/** GGUF widths that people look for first. */
const usualLabels: ReadonlySet<string> = new Set(["Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "MXFP4"]);

/** The section on fit: what could be loaded by the checked targets, at one context length for all. */
export function createFitView(input: FitViewInput): FitView {
	const { model, targets, contextTokens, fit } = input;
	const candidates = sortByQuality(fit?.listCandidates(model) ?? []);
	const limit = model.contextLength?.value;
	const note = describeEmpty(targets.length, candidates.length);
	const contextSteps = [
		...new Set([...steps.filter((step) => limit === undefined || step <= limit), contextTokens]),
	];
	return {
		contextTokens,
		contextWords: describeContext(contextTokens, limit),
		contextSteps: contextSteps.sort((one, other) => one - other),
		targets: targets.map((target) => ({
			id: target.id,
			name: nameTarget(target),
			detail: describeTarget(target),
		})),
		rows: fit ? createRows(input, fit, candidates) : [],
		...(input.unreadOffers > 0
			? { offers: { words: nameOfferCount(input.unreadOffers), isReading: input.isReadingOffers } }
			: {}),
		...(note ? { note } : {}),
	};
}

function createRows(
	{ model, targets, contextTokens }: FitViewInput,
	fit: FitJudge,
	candidates: readonly Candidate[],
): FitRowView[] {
	const best = targets.map((target) => fit.judgeBest(model, target, contextTokens));
	const rows = candidates.map((candidate): FitRowView => {
		const { offer, isAssumed } = candidate;
		const cells = targets.map((target, index): VerdictView => {
			const whole = fit.judge(model, candidate, target, contextTokens);
			const { verdict, support, speed } = whole;
			const bestHere = best[index];
			const isBest =
				verdict.answer === "fits" && targets.length > 0 && isSame(bestHere?.candidate, candidate);
			const smaller = findNextSmaller(candidate, candidates);
			const changes = listChanges(
				whole,
				fit.findLargestContext(model, candidate, target),
				bestHere,
				smaller && { ...fit.judge(model, smaller, target, contextTokens), candidate: smaller },
			);
			return {
				answer: verdict.answer,
				mark: markVerdict(verdict.answer),
				words: nameVerdict(verdict),
				...(verdict.required ? { required: formatBytesFigure(verdict.required) } : {}),
				...(speed ? { speed: vscode.l10n.t("≈{0} tokens/s", formatSpeed(speed.decode.value)) } : {}),
				...(isBest ? { isBest } : {}),
				parts: [...listVerdictParts(verdict), ...listStored(candidate), ...listExpansion(whole)],
				changes,
				running: [...(speed ? listSpeeds(speed) : []), ...listSupport(support)],
			};
		});
		const caveat = describeOutdated(offer);
		return {
			key: [candidate.format, candidate.label, offer?.repoId].filter(Boolean).join(" "),
			name: candidate.label,
			format: isAssumed
				? vscode.l10n.t("{0}, if someone offers it", candidate.format ?? "")
				: (candidate.format ?? ""),
			...(offer ? { owner: { repoId: offer.repoId, words: describeOffer(offer) } } : {}),
			...(caveat ? { caveat } : {}),
			size: candidate.weights ? formatBytesFigure(candidate.weights) : vscode.l10n.t("not known"),
			...(candidate.weights ? { sizeDetail: describeBasis(candidate.weights) } : {}),
			cells,
			isMinor: isMinor(candidate) && cells.every((cell) => !cell.isBest),
		};
	});
	return rows.length > fewRows ? rows : rows.map((row) => ({ ...row, isMinor: false }));
}

function isMinor({ offer, isAssumed, format, label }: Candidate): boolean {
	return !isAssumed && (format === "gguf" ? !usualLabels.has(label) : offer?.standing === "other");
}

/** Candidates are listed anew each time that they are asked for. */
function isSame(one: Candidate | undefined, other: Candidate): boolean {
	return (
		one !== undefined &&
		one.label === other.label &&
		one.format === other.format &&
		one.offer?.repoId === other.offer?.repoId &&
		one.artifact?.files[0] === other.artifact?.files[0]
	);
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
