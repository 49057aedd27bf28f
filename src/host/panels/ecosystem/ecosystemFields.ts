import * as vscode from "vscode";
import type { OwnerCount } from "../../../core/adoption/ecosystem/ownerCoder.ts";
import type { QueryResult } from "../../../core/catalog/catalog.ts";
import {
	type EcosystemChoice,
	type EcosystemField,
	ecosystemFields,
	type FieldView,
} from "../../../protocol/ecosystemPanel.ts";
import { nameLanguage } from "../../words/languageName.ts";
import { formatCount } from "../../words/numbers.ts";

/** Values of a field that can be chosen from. */
const mostOptions = 150;

/** What the figures can be narrowed to, from counts. */
export function listFields(
	{ facets }: QueryResult,
	owners: readonly OwnerCount[],
	choice: EcosystemChoice,
): FieldView[] {
	const valuesOf = {
		language: facets.language.values,
		task: facets.task.values,
		license: facets.licenseId.values,
		owner: owners,
	} as const;
	return ecosystemFields.map((field) => {
		const chosen = choice[field];
		const shown = valuesOf[field].slice(0, mostOptions);
		const isListed = chosen === undefined || shown.some(({ value }) => value === chosen);
		return {
			field,
			label: nameField(field),
			options: [...(isListed ? [] : [{ value: chosen, count: 0 }]), ...shown].map(({ value, count }) => ({
				value,
				words: `${nameValue(field, value)} — ${formatCount(count)}`,
			})),
		};
	});
}

/** What the figures are narrowed to, as a sentence; `undefined`: to nothing. */
export function describeChoice(choice: EcosystemChoice): string | undefined {
	const chosen = ecosystemFields.flatMap((field) => {
		const value = choice[field];
		return value === undefined ? [] : [`${nameField(field)}: ${nameValue(field, value)}`];
	});
	return chosen.length > 0 ? vscode.l10n.t("Narrowed to {0}.", chosen.join(", ")) : undefined;
}

function nameField(field: EcosystemField): string {
	switch (field) {
		case "language":
			return vscode.l10n.t("Natural language");
		case "task":
			return vscode.l10n.t("Task");
		case "license":
			return vscode.l10n.t("License");
		case "owner":
			return vscode.l10n.t("Maker");
	}
}

function nameValue(field: EcosystemField, value: string): string {
	switch (field) {
		case "language":
			return nameLanguage(value);
		case "task":
			return value.replaceAll("-", " ");
		case "license":
		case "owner":
			return value;
	}
}
