import * as vscode from "vscode";
import { type LicenseClass, licenseClasses } from "../../core/license/licenseClass.ts";
import { listLanguageCodes } from "../../core/pick/naturalLanguages.ts";
import { describeTarget as nameAsNeed } from "../../core/pick/sheet/describeTarget.ts";
import type { Requirement, RequirementKind, RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { sortSheet } from "../../core/pick/sheet/sortSheet.ts";
import { readSentence } from "../../core/pick/sheet/words/readSentence.ts";
import { policyFileName } from "../../core/policy/policy.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { nameLicenseClass } from "../words/filterWords.ts";
import { nameLanguage } from "../words/languageName.ts";
import { formatCount, formatTokens } from "../words/numbers.ts";
import { describeRequirement, describeTargetNeed } from "../words/requirementWords.ts";
import { describeTarget, nameTarget } from "../words/targetWords.ts";

const contextSteps = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144];

/** Lets the user change one line of the sheet. `undefined`: it stays as it is. */
export async function editLine(
	requirement: Requirement,
	sheet: RequirementSheet,
	targets: TargetStore,
): Promise<RequirementSheet | undefined> {
	if (requirement.from === "policy") {
		await vscode.window.showQuickPick([{ label: vscode.l10n.t("Back to the sheet") }], {
			title: vscode.l10n.t("{0} asks for this, so it cannot be changed here", policyFileName),
			ignoreFocusOut: true,
		});
		return undefined;
	}
	switch (requirement.kind) {
		case "license":
			return editLicense(sheet);
		case "language":
			return editLanguages(sheet);
		case "contextLength":
			return editContext(sheet, requirement.value);
		case "target":
			return editTargets(sheet, targets);
		default:
			return editInWords(sheet, requirement);
	}
}

/** Lets the user say what else it must do: in words, or by what is asked for most. */
export async function addLine(
	sheet: RequirementSheet,
	targets: TargetStore,
): Promise<RequirementSheet | undefined> {
	const chosen = await vscode.window.showQuickPick(
		[
			{ label: vscode.l10n.t("In words…"), edit: () => editInWords(sheet, undefined) },
			{ label: vscode.l10n.t("Languages…"), edit: () => editLanguages(sheet) },
			{ label: vscode.l10n.t("Licenses…"), edit: () => editLicense(sheet) },
			{ label: vscode.l10n.t("Context…"), edit: () => editContext(sheet, undefined) },
			{ label: vscode.l10n.t("Machines…"), edit: () => editTargets(sheet, targets) },
			...fixed.map((requirement) => ({
				label: describeRequirement(requirement),
				edit: () => Promise.resolve(add(sheet, requirement)),
			})),
		],
		{ title: vscode.l10n.t("What else must it do?"), ignoreFocusOut: true },
	);
	return chosen?.edit();
}

/** Requirements of which there is nothing to choose. */
const fixed: readonly Requirement[] = [
	{ kind: "gated", value: false, strength: "must", from: "user", acceptsUnknown: true },
	{ kind: "safety", value: "safetensors", strength: "must", from: "user" },
	{ kind: "safety", value: "noCustomCode", strength: "must", from: "user" },
	{ kind: "evidence", value: "task", strength: "must", from: "user" },
];

function add(sheet: RequirementSheet, requirement: Requirement): RequirementSheet {
	const others = sheet.requirements.filter(
		({ kind, value }) => kind !== "input" && (kind !== requirement.kind || value !== requirement.value),
	);
	return sortSheet([...others, requirement]);
}

/** The sheet with a requirement as must instead of prefer, or the other way round, as the user's own. */
export function turnRequirement(sheet: RequirementSheet, requirement: Requirement): RequirementSheet {
	const strength = requirement.strength === "must" ? "prefer" : "must";
	return {
		requirements: sheet.requirements.map((each) =>
			each === requirement ? { ...each, strength, from: "user" } : each,
		),
	};
}

/** The sheet without a requirement. */
export function removeRequirement(sheet: RequirementSheet, requirement: Requirement): RequirementSheet {
	return { requirements: sheet.requirements.filter((each) => each !== requirement) };
}

function replace(
	sheet: RequirementSheet,
	kinds: readonly RequirementKind[],
	by: readonly Requirement[],
): RequirementSheet {
	const others = sheet.requirements.filter(
		({ kind, from }) => (!kinds.includes(kind) && kind !== "input") || from === "policy",
	);
	return sortSheet([...others, ...by]);
}

async function editInWords(
	sheet: RequirementSheet,
	requirement: Requirement | undefined,
): Promise<RequirementSheet | undefined> {
	const typed = await vscode.window.showInputBox({
		title: vscode.l10n.t("Say what it must do"),
		prompt: vscode.l10n.t(
			"Such as: under 7B, 4-bit, no Chinese models, at least 20 tokens/s, safetensors only",
		),
		value: requirement?.from === "text" ? (requirement.excerpt ?? "") : "",
		ignoreFocusOut: true,
		validateInput: (text) =>
			text.trim() === "" || readSentence(text).length > 0
				? undefined
				: vscode.l10n.t("Nothing of this was understood"),
	});
	const said = readSentence(typed ?? "").map((each): Requirement => ({ ...each, from: "user" }));
	if (typed === undefined || said.length === 0) {
		return undefined;
	}
	const kinds = new Set(said.map(({ kind }) => kind));
	const replaced = requirement !== undefined && kinds.has(requirement.kind) ? requirement : undefined;
	const single = [...kinds].filter(
		(kind) => kind !== "language" && kind !== "capability" && kind !== "safety",
	);
	const others = replaced === undefined ? sheet : removeRequirement(sheet, replaced);
	return replace(others, single, said);
}

async function editLicense(sheet: RequirementSheet): Promise<RequirementSheet | undefined> {
	const now = sheet.requirements.flatMap(({ kind, value, from }) =>
		kind === "license" && from !== "policy" ? value : [],
	);
	const isCommercial = now.includes("commercial");
	const isClass = (word: string): boolean =>
		word === "commercial" || licenseClasses.some((each) => each === word);
	const named = now.filter((word) => !isClass(word));
	const items: (vscode.QuickPickItem & { licenseClass?: LicenseClass; id?: string })[] = [
		...licenseClasses.map((licenseClass) => ({
			label: nameLicenseClass(licenseClass),
			licenseClass,
			picked:
				now.includes(licenseClass) ||
				(isCommercial && (licenseClass === "permissive" || licenseClass === "conditions")),
		})),
		...named.map((id) => ({ label: id, id, picked: true })),
	];
	const chosen = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Which licenses are acceptable?"),
		placeHolder: vscode.l10n.t("Check any; none checked means all, stated or not"),
		canPickMany: true,
		ignoreFocusOut: true,
	});
	const value = chosen?.flatMap(({ licenseClass, id }) => licenseClass ?? id ?? []);
	return (
		value &&
		replace(
			sheet,
			["license"],
			// All of them: so that what is usual does not come back.
			[{ kind: "license", value: value.length > 0 ? value : licenseClasses, strength: "must", from: "user" }],
		)
	);
}

async function editLanguages(sheet: RequirementSheet): Promise<RequirementSheet | undefined> {
	const now = sheet.requirements.flatMap((each) => (each.kind === "language" ? [each] : []));
	const open = {
		label: vscode.l10n.t("Include: {0}", vscode.l10n.t("language not stated")),
		code: undefined,
		picked: now.some(({ acceptsUnknown }) => acceptsUnknown === true),
	};
	const languages = listLanguageCodes().map((code) => ({
		label: nameLanguage(code),
		code,
		picked: now.some(({ value }) => value === code),
	}));
	languages.sort((one, other) => Number(other.picked) - Number(one.picked));
	const chosen = await vscode.window.showQuickPick([open, ...languages], {
		title: vscode.l10n.t("Which languages must it handle?"),
		placeHolder: vscode.l10n.t("Check all that it must handle; none checked means any"),
		canPickMany: true,
		ignoreFocusOut: true,
	});
	if (!chosen) {
		return undefined;
	}
	const acceptsUnknown = chosen.includes(open);
	return replace(
		sheet,
		["language"],
		chosen.flatMap(({ code }): readonly Requirement[] =>
			code === undefined
				? []
				: [
						{
							kind: "language",
							value: code,
							strength: "must",
							from: "user",
							...(acceptsUnknown ? { acceptsUnknown } : {}),
						},
					],
		),
	);
}

async function editContext(
	sheet: RequirementSheet,
	now: number | undefined,
): Promise<RequirementSheet | undefined> {
	const chosen = await vscode.window.showQuickPick(
		contextSteps.map((tokens) => ({
			label: vscode.l10n.t("{0} tokens", formatTokens(tokens)),
			description: tokens === now ? vscode.l10n.t("now") : formatCount(tokens),
			tokens,
		})),
		{ title: vscode.l10n.t("How much text must fit in one conversation?"), ignoreFocusOut: true },
	);
	return (
		chosen &&
		replace(
			sheet,
			["contextLength"],
			[
				{
					kind: "contextLength",
					value: chosen.tokens,
					strength: "must",
					from: "user",
					acceptsUnknown: true,
				},
			],
		)
	);
}

/** Lets the user check the machines that it must fit on. */
export async function editTargets(
	sheet: RequirementSheet,
	targets: TargetStore,
): Promise<RequirementSheet | undefined> {
	await targets.ensureDetected();
	const now = sheet.requirements.flatMap((each) =>
		each.kind === "target" && each.from !== "policy" ? [each] : [],
	);
	const named = now.filter(({ value }) => !targets.targets.some(({ id }) => id === value.id));
	const known = targets.targets.map((target) => ({
		label: nameTarget(target),
		description: describeTarget(target),
		picked: now.some(({ value }) => value.id === target.id),
		requirement: {
			kind: "target",
			value: nameAsNeed(target),
			strength: "must",
			from: "user",
		} satisfies Requirement,
	}));
	const items = [
		...known,
		...named.map((requirement) => ({
			label: describeTargetNeed(requirement.value),
			description: requirement.excerpt ?? "",
			picked: true,
			requirement,
		})),
	];
	const chosen = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Which machines must it fit on?"),
		placeHolder: vscode.l10n.t("Check all that it must fit on; none checked means fit is not judged"),
		canPickMany: true,
		ignoreFocusOut: true,
	});
	return (
		chosen &&
		replace(
			sheet,
			["target"],
			chosen.map(({ requirement }) => requirement),
		)
	);
}
