import type { AdoptionFlag } from "../adoption/flags.ts";
import { findFlags } from "../adoption/flags.ts";
import type { Verdict } from "../fit/verdict.ts";
import type { Target } from "../hardware/target.ts";
import type { LicenseClass } from "../license/licenseClass.ts";
import type { DeclaredLicense, Model } from "../model/model.ts";

/**
 * Requirements in the order in which they eliminate: what it is for, whether it can be used at all, then what
 * was asked.
 * - `task`: one of the tasks. Always asked.
 * - `standalone`: not disabled, and not an adapter, which is nothing without its base. Always asked.
 * - `safety`: no known security issues; not scanned is no issue. Always asked.
 * - `adoption`: others use it (`adoptionFloor`). Always asked.
 * - `license`: one of the classes, or one of the ids. A base model's license is not known to be its own.
 * - `language`: all of the languages; only `multilingual` does not tell which.
 * - `gating`: open to everybody, when gated is not all right.
 * - `context`: declares at least so many tokens.
 * - `fit`: fits every target. Offload does not count.
 */
export const needKinds = [
	"task",
	"standalone",
	"safety",
	"adoption",
	"license",
	"language",
	"gating",
	"context",
	"fit",
] as const;

/** A requirement that a candidate satisfies. */
export type NeedKind = (typeof needKinds)[number];

/** What is asked for. An absent or empty list asks for nothing. */
export interface Needs {
	/** Pipeline ids, any of which will do. */
	readonly tasks: readonly string[];
	/** Any of these classes or ids will do. */
	readonly licenseClasses?: readonly LicenseClass[];
	readonly licenseIds?: readonly string[];
	/** ISO 639 codes, all of them. */
	readonly languages?: readonly string[];
	readonly contextTokens: number;
	/** All of them must fit. */
	readonly targets: readonly Target[];
	/** `false`: only what everybody may download. */
	readonly gatedOk?: boolean;
	/** Requirements that a model passes when it is not known whether it satisfies them. */
	readonly includeUnknown?: readonly NeedKind[];
	/**
	 * Words of repository names that tell a specialist for the workload, and those that tell another kind of
	 * model.
	 */
	readonly prefersNames?: readonly string[];
	readonly avoidsNames?: readonly string[];
}

/** Judges a model against a target at a context length in tokens. */
export type JudgeFit = (model: Model, target: Target, contextTokens: number) => Verdict;

/** What is needed to check requirements. */
export interface NeedContext {
	readonly needs: Needs;
	readonly classifyLicense: (license: DeclaredLicense | undefined) => LicenseClass;
	readonly judge: JudgeFit;
	readonly nowMs: number;
}

/**
 * One of the two will do: it is liked, or downloaded, noticeably. Half of the Hub's models have under 200
 * downloads in all; a rank by size and date alone would put anybody's latest upload first.
 */
export const adoptionFloor = { likes: 10, downloads30d: 1_000 };

/** Whether a requirement is satisfied. */
export type NeedAnswer = "yes" | "no" | "unknown";

/** Whether a model satisfies one requirement. `verdicts` are those on the targets, in their order. */
export function checkNeed(
	kind: NeedKind,
	model: Model,
	context: NeedContext,
	verdicts: readonly Verdict[],
): NeedAnswer {
	const { needs } = context;
	switch (kind) {
		case "task":
			return model.task === undefined ? "unknown" : answer(needs.tasks.includes(model.task));
		case "standalone":
			return answer(model.isDisabled !== true && model.baseModels?.relation !== "adapter");
		case "safety":
			return answer(model.security !== "issues");
		case "adoption":
			return checkAdoption(model, findFlags(model, undefined, context.nowMs));
		case "license":
			return checkLicense(model.license, context);
		case "language":
			return checkLanguages(model.languages, needs.languages ?? []);
		case "gating":
			return needs.gatedOk !== false
				? "yes"
				: model.gating === undefined
					? "unknown"
					: answer(model.gating === "open");
		case "context":
			return model.contextLength === undefined
				? "unknown"
				: answer(model.contextLength.value >= needs.contextTokens);
		case "fit":
			return checkFit(verdicts);
	}
}

function answer(isSatisfied: boolean): NeedAnswer {
	return isSatisfied ? "yes" : "no";
}

function checkAdoption(model: Model, flags: readonly AdoptionFlag[]): NeedAnswer {
	const { likes, downloads30d } = model.counters;
	if (flags.includes("ciNoiseSuspected")) {
		return "no";
	}
	if ((likes ?? 0) >= adoptionFloor.likes || (downloads30d ?? 0) >= adoptionFloor.downloads30d) {
		return "yes";
	}
	return likes === undefined || downloads30d === undefined ? "unknown" : "no";
}

function checkLicense(
	license: DeclaredLicense | undefined,
	{ needs, classifyLicense }: NeedContext,
): NeedAnswer {
	const ids = needs.licenseIds ?? [];
	const classes = needs.licenseClasses ?? [];
	if (ids.length === 0 && classes.length === 0) {
		return "yes";
	}
	const own = classifyLicense(license);
	const isWanted = (license !== undefined && ids.includes(license.id)) || classes.includes(own);
	if (isWanted) {
		return license?.origin === "inherited" ? "unknown" : "yes";
	}
	return own === "notStated" ? "unknown" : "no";
}

function checkLanguages(stated: readonly string[] | undefined, wanted: readonly string[]): NeedAnswer {
	if (wanted.length === 0 || wanted.every((code) => stated?.includes(code))) {
		return "yes";
	}
	return stated === undefined || stated.length === 0 || stated.includes("multilingual") ? "unknown" : "no";
}

function checkFit(verdicts: readonly Verdict[]): NeedAnswer {
	if (verdicts.every((verdict) => verdict.answer === "fits")) {
		return "yes";
	}
	return verdicts.some((verdict) => verdict.answer !== "fits" && verdict.answer !== "unknown")
		? "no"
		: "unknown";
}
