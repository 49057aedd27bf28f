import * as vscode from "vscode";
import { type LicenseClass, licenseClasses } from "../../core/license/licenseClass.ts";
import { listLanguageCodes } from "../../core/pick/naturalLanguages.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { nameLicenseClass, nameUnknown } from "../words/filterWords.ts";
import { nameLanguage } from "../words/languageName.ts";
import { formatCount, formatTokens } from "../words/numbers.ts";
import { describeTarget, nameTarget } from "../words/targetWords.ts";
import type { PickDraft } from "./pickDraft.ts";
import type { SheetLine } from "./sheetStep.ts";

const contextSteps = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144];

/** Lets the user change one line of the sheet. `undefined`: it stays as it is. */
export function editLine(
	line: SheetLine,
	draft: PickDraft,
	targets: TargetStore,
): Promise<PickDraft | undefined> {
	switch (line) {
		case "license":
			return editLicense(draft);
		case "languages":
			return editLanguages(draft);
		case "context":
			return editContext(draft);
		case "targets":
			return editTargets(draft, targets);
		case "gating":
			return Promise.resolve({ ...draft, gatedOk: !draft.gatedOk });
		case "workload":
		case "candidates":
			return Promise.resolve(undefined);
	}
}

async function editLicense(draft: PickDraft): Promise<PickDraft | undefined> {
	const named = draft.licenseIds.map((id) => ({ label: id, id, picked: true }));
	const items: (vscode.QuickPickItem & { licenseClass?: LicenseClass; id?: string })[] = [
		...licenseClasses.map((licenseClass) => ({
			label: nameLicenseClass(licenseClass),
			licenseClass,
			picked: draft.licenseClasses.includes(licenseClass),
		})),
		...named,
	];
	const chosen = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Which licenses are acceptable?"),
		placeHolder: vscode.l10n.t("Check any; none checked means all, stated or not"),
		canPickMany: true,
	});
	return (
		chosen && {
			...draft,
			licenseClasses: chosen.flatMap(({ licenseClass }) => licenseClass ?? []),
			licenseIds: chosen.flatMap(({ id }) => id ?? []),
			origins: { ...draft.origins, license: "user" },
		}
	);
}

async function editLanguages(draft: PickDraft): Promise<PickDraft | undefined> {
	const open = {
		label: vscode.l10n.t("Include: {0}", nameUnknown("language")),
		code: undefined,
		picked: draft.includeUnknown.includes("language"),
	};
	const languages = listLanguageCodes().map((code) => ({
		label: nameLanguage(code),
		code,
		picked: draft.languages.includes(code),
	}));
	languages.sort((one, other) => Number(other.picked) - Number(one.picked));
	const chosen = await vscode.window.showQuickPick([open, ...languages], {
		title: vscode.l10n.t("Which languages must it handle?"),
		placeHolder: vscode.l10n.t("Check all that it must handle; none checked means any"),
		canPickMany: true,
	});
	if (!chosen) {
		return undefined;
	}
	const others = draft.includeUnknown.filter((need) => need !== "language");
	return {
		...draft,
		languages: chosen.flatMap(({ code }) => code ?? []),
		includeUnknown: chosen.includes(open) ? [...others, "language"] : others,
		origins: { ...draft.origins, languages: "user" },
	};
}

async function editContext(draft: PickDraft): Promise<PickDraft | undefined> {
	const chosen = await vscode.window.showQuickPick(
		contextSteps.map((tokens) => ({
			label: vscode.l10n.t("{0} tokens", formatTokens(tokens)),
			description: tokens === draft.contextTokens ? vscode.l10n.t("now") : formatCount(tokens),
			tokens,
		})),
		{ title: vscode.l10n.t("How much text must fit in one conversation?") },
	);
	return chosen && { ...draft, contextTokens: chosen.tokens, origins: { ...draft.origins, context: "user" } };
}

async function editTargets(draft: PickDraft, targets: TargetStore): Promise<PickDraft | undefined> {
	await targets.ensureDetected();
	const known = [
		...targets.targets,
		...draft.targets.filter(({ id }) => !targets.targets.some((each) => each.id === id)),
	];
	const chosen = await vscode.window.showQuickPick(
		known.map((target) => ({
			label: nameTarget(target),
			description: describeTarget(target),
			picked: draft.targets.some(({ id }) => id === target.id),
			target,
		})),
		{
			title: vscode.l10n.t("Which machines must it fit on?"),
			placeHolder: vscode.l10n.t("Check all that it must fit on; none checked means fit is not judged"),
			canPickMany: true,
		},
	);
	return (
		chosen && {
			...draft,
			targets: chosen.map(({ target }) => target),
			origins: { ...draft.origins, targets: "user" },
		}
	);
}
