import * as vscode from "vscode";
import { type LicenseClass, licenseClasses } from "../../core/license/licenseClass.ts";
import type {
	LicenseWord,
	Range,
	Requirement,
	RequirementOrigin,
	TargetNeed,
} from "../../core/pick/sheet/requirement.ts";
import { nameLicenseClass } from "./filterWords.ts";
import { nameLanguage } from "./languageName.ts";
import { formatBytes, formatCount, formatMemory, formatParameters, formatTokens } from "./numbers.ts";
import { namePreset } from "./pickWords.ts";
import { nameVendor } from "./targetWords.ts";

/** A requirement in a few words: `License: permissive, mit`. */
export function describeRequirement(requirement: Requirement): string {
	const { kind, value } = requirement;
	switch (kind) {
		case "task":
			return vscode.l10n.t("Task: {0}", value.replaceAll("-", " "));
		case "purpose":
			return vscode.l10n.t("For: {0}", namePreset(value));
		case "capability":
			return vscode.l10n.t("Able to: {0}", nameCapability(value));
		case "input":
			return vscode.l10n.t("Takes: {0}", nameInput(value));
		case "language":
			return vscode.l10n.t("Language: {0}", nameLanguage(value));
		case "contextLength":
			return vscode.l10n.t("Context of {0} tokens", formatTokens(value));
		case "outputTokens":
			return vscode.l10n.t("Answers of up to {0} tokens", formatTokens(value));
		case "batch":
			return vscode.l10n.t("{0} requests at once", formatCount(value));
		case "embeddingDimension":
			return vscode.l10n.t("Vectors of {0} numbers", formatCount(value));
		case "license":
			return vscode.l10n.t("License: {0}", value.map(nameLicense).join(", "));
		case "excludedLicense":
			return vscode.l10n.t("Not under: {0}", value.map(nameLicense).join(", "));
		case "useRegion":
			return vscode.l10n.t("Rights in: {0}", value);
		case "target":
			return vscode.l10n.t("Fits: {0}", describeTargetNeed(value));
		case "speedFloor":
			return vscode.l10n.t("At least {0} tokens a second", formatCount(value));
		case "parameters":
			return vscode.l10n.t("Parameters: {0}", describeRange(value, formatParameters));
		case "bytes":
			return vscode.l10n.t("Size: {0}", describeRange(value, formatBytes));
		case "format":
			return vscode.l10n.t("Format: {0}", value.join(", "));
		case "quantization":
			return vscode.l10n.t("Quantization: {0}", value.join(", "));
		case "dtype":
			return vscode.l10n.t("Loaded as {0}", value);
		case "gated":
			return vscode.l10n.t("Open to everybody, without asking");
		case "safety":
			return describeSafety(value);
		case "evidence":
			return describeEvidence(value);
		case "library":
			return vscode.l10n.t("For {0}", value.join(", "));
		case "runtime":
			return vscode.l10n.t("Served by {0}", value.join(", "));
		case "family":
			return vscode.l10n.t("Of the family {0}", value.join(", "));
		case "excludedFamily":
			return vscode.l10n.t("Not of the family {0}", value.join(", "));
		case "org":
			return vscode.l10n.t("By {0}", value.join(", "));
		case "excludedOrg":
			return vscode.l10n.t("Not by {0}", value.join(", "));
		case "makerRegion":
			return vscode.l10n.t("Made in {0}", value);
		case "excludedMakerRegion":
			return vscode.l10n.t("Not made in {0}", value);
		case "currentModel":
			return vscode.l10n.t("In use now: {0}", value);
	}
}

/** Where a requirement came from: `serve.py:14`, the policy, you. Empty for what is usual. */
export function describeRequirementOrigin(from: RequirementOrigin): string {
	switch (from) {
		case "text":
			return vscode.l10n.t("your words");
		case "policy":
			return vscode.l10n.t("policy of the repository");
		case "user":
			return vscode.l10n.t("you");
		case "default":
			return "";
		default: {
			const name = from.file.slice(from.file.lastIndexOf("/") + 1);
			return from.cell === undefined
				? `${name}:${from.line}`
				: vscode.l10n.t("{0}, cell {1}, line {2}", name, formatCount(from.cell), formatCount(from.line));
		}
	}
}

/** A machine or an accelerator as it was named: `2 × GeForce RTX 4090, 24 GiB`. */
export function describeTargetNeed({
	vendor,
	device,
	memoryBytes,
	systemMemoryBytes,
	count,
}: TargetNeed): string {
	const name = device ?? (vendor && nameVendor(vendor));
	const memory = memoryBytes ?? systemMemoryBytes;
	const words = [name, memory === undefined ? undefined : formatMemory(memory)].filter(Boolean).join(", ");
	return count === undefined || count === 1 ? words : `${formatCount(count)} × ${words}`;
}

function nameLicense(word: LicenseWord): string {
	const known: LicenseClass | undefined = licenseClasses.find((each) => each === word);
	return word === "commercial" ? vscode.l10n.t("commercial use") : known ? nameLicenseClass(known) : word;
}

function describeRange({ min, max }: Range, format: (value: number) => string): string {
	if (min === undefined) {
		return max === undefined ? "" : vscode.l10n.t("up to {0}", format(max));
	}
	return max === undefined
		? vscode.l10n.t("at least {0}", format(min))
		: vscode.l10n.t("{0} to {1}", format(min), format(max));
}

function nameCapability(value: Extract<Requirement, { kind: "capability" }>["value"]): string {
	switch (value) {
		case "toolCalling":
			return vscode.l10n.t("call tools");
		case "structuredOutput":
			return vscode.l10n.t("answer in a given structure");
		case "reasoning":
			return vscode.l10n.t("think before it answers");
		case "fillInTheMiddle":
			return vscode.l10n.t("fill in code between");
	}
}

function nameInput(value: Extract<Requirement, { kind: "input" }>["value"]): string {
	switch (value) {
		case "image":
			return vscode.l10n.t("images");
		case "audio":
			return vscode.l10n.t("sound");
		case "video":
			return vscode.l10n.t("video");
	}
}

function describeSafety(value: Extract<Requirement, { kind: "safety" }>["value"]): string {
	switch (value) {
		case "safetensors":
			return vscode.l10n.t("Weights that run no code on loading");
		case "noCustomCode":
			return vscode.l10n.t("No code of the repository is run");
		case "scanned":
			return vscode.l10n.t("Scanned, and found clean");
	}
}

function describeEvidence(value: Extract<Requirement, { kind: "evidence" }>["value"]): string {
	switch (value) {
		case "task":
			return vscode.l10n.t("Evaluated for this task");
		case "any":
			return vscode.l10n.t("Evaluated for some task");
		case "family":
			return vscode.l10n.t("Evaluated, or a relative of it");
	}
}
