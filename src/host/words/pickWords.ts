import * as vscode from "vscode";
import type { StatedResult } from "../../core/model/statedResult.ts";
import type { Relaxation } from "../../core/pick/counterfactuals.ts";
import type { NeedKind } from "../../core/pick/needs.ts";
import type { ReasonCode, TrailStep } from "../../core/pick/pickResult.ts";
import type { QualityBasis } from "../../core/pick/quality/scoreModels.ts";
import type { RankTerms } from "../../core/pick/rank.ts";
import { nameLanguage } from "./languageName.ts";
import { formatCount, formatMemory, formatRatio, formatTokens } from "./numbers.ts";

/** A workload preset's title; an id that has none is shown as it is. */
export function namePreset(presetId: string): string {
	const names: Readonly<Record<string, string>> = {
		chat: vscode.l10n.t("Chat or answer questions"),
		code: vscode.l10n.t("Write or explain code"),
		summarize: vscode.l10n.t("Summarize text"),
		extract: vscode.l10n.t("Extract data from text"),
		embed: vscode.l10n.t("Embed text for search"),
		rerank: vscode.l10n.t("Rerank search results"),
		transcribe: vscode.l10n.t("Transcribe speech"),
		speak: vscode.l10n.t("Speak text aloud"),
		drawImage: vscode.l10n.t("Make images from text"),
		readDocument: vscode.l10n.t("Read documents and scans"),
		seeImage: vscode.l10n.t("Understand images"),
		translate: vscode.l10n.t("Translate text"),
		classify: vscode.l10n.t("Classify text"),
	};
	return names[presetId] ?? presetId;
}

/** Why a candidate is on the list. */
export function nameReason(reason: ReasonCode): string {
	switch (reason) {
		case "largest":
			return vscode.l10n.t("largest that fits");
		case "newest":
			return vscode.l10n.t("newest");
		case "mostTrusted":
			return vscode.l10n.t("most relied on");
		case "specialist":
			return vscode.l10n.t("made for this");
		case "permissiveLicense":
			return vscode.l10n.t("permissive license");
		case "statesLanguages":
			return vscode.l10n.t("states the languages");
		case "languagesPublished":
			return vscode.l10n.t("its makers name the languages");
		case "fitsAllTargets":
			return vscode.l10n.t("fits every target");
		case "byOriginalAuthor":
			return vscode.l10n.t("from its makers");
		case "languageNotStated":
			return vscode.l10n.t("language not stated");
		case "contextNotStated":
			return vscode.l10n.t("context not stated");
		case "licenseNotStated":
			return vscode.l10n.t("license not stated");
		case "fitNotKnown":
			return vscode.l10n.t("fit not known");
		case "gatingNotStated":
			return vscode.l10n.t("access not known");
		case "otherWork":
			return vscode.l10n.t("made for other work, by its name");
		case "otherLoader":
			return vscode.l10n.t("not loaded by what the code uses");
		case "otherCall":
			return vscode.l10n.t("needs another call than the code’s");
	}
}

/** What the quality of a candidate rests on. */
export function describeQuality(basis: QualityBasis | undefined): string | undefined {
	switch (basis?.kind) {
		case "task":
			return basis.benchmarks === 1
				? vscode.l10n.t("rated by an independent evaluation for this")
				: vscode.l10n.t("rated by {0} independent evaluations for this", formatCount(basis.benchmarks));
		case "otherTasks":
			return basis.benchmarks === 1
				? vscode.l10n.t("rated by an independent evaluation of another task")
				: vscode.l10n.t("rated by {0} independent evaluations of other tasks", formatCount(basis.benchmarks));
		case "family":
			return basis.models === 1
				? vscode.l10n.t("rated by an evaluated relative")
				: vscode.l10n.t("rated by {0} evaluated relatives", formatCount(basis.models));
		case "prior":
			return vscode.l10n.t("rated by size and date alone");
		default:
			return undefined;
	}
}

/** A result that a repository states, and who vouches for it. */
export function describeStated({
	benchmark,
	value,
	isVerified,
	source,
}: Pick<StatedResult, "benchmark" | "value" | "isVerified" | "source">): string {
	const name = benchmark.slice(benchmark.indexOf("/") + 1);
	const figure = formatRatio(value);
	if (isVerified) {
		return vscode.l10n.t("{0} {1}, verified by the Hub", name, figure);
	}
	return source === undefined
		? vscode.l10n.t("{0} {1} by its own word", name, figure)
		: vscode.l10n.t("{0} {1} by its own word ({2})", name, figure, source);
}

/** What a recorded quality rests on. */
export function nameRecordedQuality(kind: string | undefined): string | undefined {
	switch (kind) {
		case "task":
			return vscode.l10n.t("evaluated for this");
		case "otherTasks":
			return vscode.l10n.t("evaluated for other tasks");
		case "family":
			return vscode.l10n.t("relatives evaluated");
		case "prior":
			return vscode.l10n.t("by size and date alone");
		default:
			return undefined;
	}
}

/** A requirement, as a step of the trail. */
export function nameNeed(need: TrailStep["need"]): string {
	switch (need) {
		case "task":
			return vscode.l10n.t("task");
		case "standalone":
			return vscode.l10n.t("works on its own");
		case "safety":
			return vscode.l10n.t("no known security issue");
		case "adoption":
			return vscode.l10n.t("used by others");
		case "license":
			return vscode.l10n.t("license");
		case "region":
			return vscode.l10n.t("rights where you are");
		case "makers":
			return vscode.l10n.t("makers");
		case "files":
			return vscode.l10n.t("runs no code on loading");
		case "input":
			return vscode.l10n.t("inputs");
		case "capability":
			return vscode.l10n.t("abilities");
		case "size":
			return vscode.l10n.t("size");
		case "format":
			return vscode.l10n.t("format");
		case "dimension":
			return vscode.l10n.t("vector length");
		case "evidence":
			return vscode.l10n.t("evaluated");
		case "speed":
			return vscode.l10n.t("speed");
		case "language":
			return vscode.l10n.t("language");
		case "gating":
			return vscode.l10n.t("access");
		case "context":
			return vscode.l10n.t("context");
		case "fit":
			return vscode.l10n.t("fits");
		case "family":
			return vscode.l10n.t("one a family");
		case "rank":
			return vscode.l10n.t("shown");
	}
}

/** The elimination in a line: `487 → 210 task → 118 license → 38 fits → 5 shown`. */
export function describeTrail(total: number, trail: readonly TrailStep[]): string {
	return [
		formatCount(total),
		...trail.map(({ need, left }) => `${formatCount(left)} ${nameNeed(need)}`),
	].join(" → ");
}

/** One requirement loosened, in a few words: `With 4 GiB more`. */
export function describeRelaxation(relaxation: Relaxation): string {
	switch (relaxation.kind) {
		case "memory":
			return vscode.l10n.t("With {0} more memory", formatMemory(relaxation.extraBytes));
		case "context":
			return vscode.l10n.t("With {0} tokens of context", formatTokens(relaxation.contextTokens));
		case "license":
			return relaxation.licenseId === undefined
				? vscode.l10n.t("If a license need not be stated")
				: vscode.l10n.t("If the terms of {0} were acceptable", relaxation.licenseId);
		case "language":
			return relaxation.language === "multilingual"
				? vscode.l10n.t("Without many languages")
				: vscode.l10n.t("Without {0}", nameLanguage(relaxation.language));
		case "gating":
			return vscode.l10n.t("If access had to be asked for");
		case "unknown":
			return describeUntold(relaxation.need);
	}
}

/** Models of which one thing is not known, to be taken in. */
export function describeUntold(need: NeedKind): string {
	switch (need) {
		case "language":
			return vscode.l10n.t("Include those that state no languages");
		case "license":
			return vscode.l10n.t("Include those with unclear licenses");
		case "context":
			return vscode.l10n.t("Include those that state no context");
		case "fit":
			return vscode.l10n.t("Include those of unknown size in memory");
		case "gating":
			return vscode.l10n.t("Include those of unknown access");
		case "capability":
			return vscode.l10n.t("Include those that do not tell their abilities");
		case "format":
			return vscode.l10n.t("Include those of unknown format");
		case "dimension":
			return vscode.l10n.t("Include those of unknown vector length");
		case "makers":
			return vscode.l10n.t("Include those of unknown makers");
		case "size":
			return vscode.l10n.t("Include those of unknown size");
		default:
			return vscode.l10n.t("Include those of which it is not known: {0}", nameNeed(need));
	}
}

/** A term of the rank. */
export function nameRankTerm(term: keyof RankTerms): string {
	switch (term) {
		case "quality":
			return vscode.l10n.t("Quality, by independent evaluations");
		case "size":
			return vscode.l10n.t("Size");
		case "recency":
			return vscode.l10n.t("How new it is");
		case "trust":
			return vscode.l10n.t("How many rely on it");
		case "license":
			return vscode.l10n.t("How simple its license is");
		case "specialty":
			return vscode.l10n.t("Made for this work");
		case "preferred":
			return vscode.l10n.t("What you prefer");
		case "otherWork":
			return vscode.l10n.t("Made for other work");
		case "loading":
			return vscode.l10n.t("Not loaded by what is in use");
		case "unverified":
			return vscode.l10n.t("What is not known of it");
	}
}
