import * as vscode from "vscode";
import type { AdoptionResult, Cohort, UndefinedReason } from "../../core/adoption/adoptionFigure.ts";
import type { ParameterBucket } from "../../core/catalog/parameterBuckets.ts";
import { describeFlag } from "./adoptionWords.ts";
import { describeBasis } from "./basisWords.ts";
import { formatDay } from "./numbers.ts";

/** Why a figure is not defined, in a few words. */
export function nameReason(reason: UndefinedReason): string {
	switch (reason) {
		case "noReadings":
			return vscode.l10n.t("needs more readings");
		case "shortHistory":
			return vscode.l10n.t("short history");
		case "smallBase":
			return vscode.l10n.t("too few downloads");
		case "noCreationDate":
			return vscode.l10n.t("release day not known");
		case "tooYoung":
			return vscode.l10n.t("under 7 days old");
		case "noSize":
			return vscode.l10n.t("size not known");
		case "otherTask":
			return vscode.l10n.t("for text generation only");
		case "noCohort":
			return vscode.l10n.t("too few to compare with");
		case "noDownloads":
			return vscode.l10n.t("no downloads known");
	}
}

/** A result as it is shown: the figure as `format` writes it, or that it is not defined and why. */
export function formatResult(result: AdoptionResult, format: (value: number) => string): string {
	return result.figure
		? format(result.figure.value)
		: vscode.l10n.t("not defined: {0}", nameReason(result.reason));
}

/** What a result must be read beside: what it means, its cohort, its basis with the date, and the flags. */
export function describeResult(result: AdoptionResult, meaning: string): string {
	if (!result.figure) {
		return meaning;
	}
	const { figure } = result;
	return [
		meaning,
		...(figure.cohort ? [describeCohort(figure.cohort)] : []),
		vscode.l10n.t(
			"{0}, as of {1}.",
			describeBasis({ value: figure.value, basis: figure.basis, from: figure.from }),
			formatDay(figure.asOfMs),
		),
		...figure.flags.map(describeFlag),
	].join(" ");
}

/** Whom a figure compares with, as a sentence. */
export function describeCohort({ kind, size, bucket }: Cohort): string {
	switch (kind) {
		case "mostDownloaded":
			return vscode.l10n.t(
				"Cohort: the {0} most downloaded text-generation models of {1}, at the same age.",
				size,
				nameBucket(bucket),
			);
		case "sameAge":
			return vscode.l10n.t(
				"Cohort: the {0} most downloaded text-generation models of {1} that are about as old; they stand in, since there is no history of its class.",
				size,
				nameBucket(bucket),
			);
		case "family":
			return vscode.l10n.t("Family: {0} models known here, itself among them, to six levels.", size);
	}
}

function nameBucket(bucket: ParameterBucket | undefined): string {
	switch (bucket) {
		case "under1B":
			return vscode.l10n.t("under 1B parameters");
		case "from1To5B":
			return vscode.l10n.t("1B to 5B parameters");
		case "from5To10B":
			return vscode.l10n.t("5B to 10B parameters");
		case "from10To50B":
			return vscode.l10n.t("10B to 50B parameters");
		case "from50To100B":
			return vscode.l10n.t("50B to 100B parameters");
		case "from100To250B":
			return vscode.l10n.t("100B to 250B parameters");
		case "from250B":
			return vscode.l10n.t("250B parameters and more");
		case undefined:
			return vscode.l10n.t("its size");
	}
}
