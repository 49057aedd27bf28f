import * as vscode from "vscode";
import type { FilterField } from "../../../core/catalog/query.ts";
import { nameFilterField, nameUnknown } from "../../words/filterWords.ts";
import { formatCount } from "../../words/numbers.ts";

/** A value that can be chosen. */
export interface ValueItem<V> extends vscode.QuickPickItem {
	readonly value: V;
}

/**
 * Several values of a field at once, with "include not stated" unless not stated is a value of its own, as for classes of
 * license terms. `undefined`: the user went back.
 */
export async function chooseValues<V extends string>(
	field: FilterField,
	items: readonly ValueItem<V>[],
	unknown: number | undefined,
	includesUnknown: boolean,
): Promise<{ readonly values: V[]; readonly includeUnknown: boolean } | undefined> {
	const open: vscode.QuickPickItem & { readonly value?: V } = {
		label: vscode.l10n.t("Include: {0}", nameUnknown(field)),
		description: unknown === undefined ? "" : formatCount(unknown),
		picked: includesUnknown,
		alwaysShow: true,
	};
	const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly value?: V }>(
		field === "licenseClass"
			? [...items]
			: [open, { label: "", kind: vscode.QuickPickItemKind.Separator }, ...items],
		{
			title: nameFilterField(field),
			placeHolder: vscode.l10n.t("Check any; none checked means no filter"),
			canPickMany: true,
			matchOnDescription: true,
		},
	);
	return (
		chosen && {
			values: chosen.flatMap(({ value }) => (value === undefined ? [] : [value])),
			includeUnknown: chosen.includes(open),
		}
	);
}
