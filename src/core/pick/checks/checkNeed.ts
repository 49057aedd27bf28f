import { type AdoptionFlag, findFlags } from "../../adoption/flags.ts";
import { findSpokenLanguages } from "../../languages/spokenLanguages.ts";
import type { Model } from "../../model/model.ts";
import { adoptionFloor, type JudgedFit, type NeedAnswer, type NeedContext, type NeedKind } from "../needs.ts";
import { checkEvidence } from "./checkEvidence.ts";
import { checkMakers } from "./checkMakers.ts";
import {
	checkCapabilities,
	checkDimension,
	checkFiles,
	checkFormats,
	checkInputs,
	checkSize,
} from "./checkShape.ts";
import { checkStandalone } from "./checkStandalone.ts";
import { checkLicense, checkRegion } from "./checkTerms.ts";

/** Whether a model satisfies one requirement. `verdicts` are those on the targets, in their order. */
export function checkNeed(
	kind: NeedKind,
	model: Model,
	context: NeedContext,
	verdicts: readonly JudgedFit[],
): NeedAnswer {
	const { needs } = context;
	switch (kind) {
		case "task":
			return checkTask(model.task, needs.tasks);
		case "standalone":
			return checkStandalone(model);
		case "safety":
			return checkSafety(model, needs.safety?.includes("scanned") === true);
		case "adoption":
			return checkAdoption(model, findFlags(model, undefined, context.nowMs));
		case "license":
			return checkLicense(model.license, context);
		case "region":
			return checkRegion(model, needs.useRegion);
		case "makers":
			return checkMakers(model, needs.makers);
		case "files":
			return checkFiles(model, needs.safety ?? []);
		case "input":
			return checkInputs(model, needs.inputs ?? []);
		case "capability":
			return checkCapabilities(model, needs.capabilities ?? []);
		case "language":
			return checkLanguages(model, needs.languages ?? []);
		case "gating":
			return needs.gatedOk !== false
				? "yes"
				: model.gating === undefined
					? "unknown"
					: answer(model.gating === "open");
		case "size":
			return checkSize(model, needs);
		case "format":
			return checkFormats(model, needs);
		case "dimension":
			return checkDimension(model, needs.embeddingDimension);
		case "context":
			return checkContext(model.contextLength?.value, needs.leastContextTokens ?? needs.contextTokens);
		case "evidence":
			return checkEvidence(model, needs, context.quality);
		case "fit":
			return checkFit(verdicts);
		case "speed":
			return checkSpeed(verdicts, needs.speedFloor);
	}
}

function answer(isSatisfied: boolean): NeedAnswer {
	return isSatisfied ? "yes" : "no";
}

function checkTask(task: string | undefined, tasks: readonly string[]): NeedAnswer {
	return tasks.length === 0 ? "yes" : task === undefined ? "unknown" : answer(tasks.includes(task));
}

function checkContext(declared: number | undefined, least: number): NeedAnswer {
	return least === 0 ? "yes" : declared === undefined ? "unknown" : answer(declared >= least);
}

function checkSafety({ security }: Model, mustBeScanned: boolean): NeedAnswer {
	return security === "unknown" && mustBeScanned ? "unknown" : answer(security !== "issues");
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

/** A model that states fewer languages is none for many. */
const fewestLanguages = 5;

function checkLanguages(model: Model, wanted: readonly string[]): NeedAnswer {
	if (wanted.length === 0) {
		return "yes";
	}
	const stated = findSpokenLanguages(model)?.codes ?? [];
	const isMany = stated.includes("multilingual") || stated.length >= fewestLanguages;
	if (wanted.every((code) => stated.includes(code) || (code === "multilingual" && isMany))) {
		return "yes";
	}
	return stated.length === 0 || stated.includes("multilingual") ? "unknown" : "no";
}

function checkFit(verdicts: readonly JudgedFit[]): NeedAnswer {
	if (verdicts.every((verdict) => verdict.answer === "fits")) {
		return "yes";
	}
	return verdicts.some((verdict) => verdict.answer !== "fits" && verdict.answer !== "unknown")
		? "no"
		: "unknown";
}

/** By the middle of what is expected; a range that lies about the floor is not a no. */
function checkSpeed(verdicts: readonly JudgedFit[], floor: number | undefined): NeedAnswer {
	if (floor === undefined || verdicts.length === 0) {
		return "yes";
	}
	if (verdicts.some(({ speed }) => speed !== undefined && speed.value < floor)) {
		return "no";
	}
	return verdicts.every(({ speed }) => speed !== undefined) ? "yes" : "unknown";
}
