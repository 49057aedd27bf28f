import * as vscode from "vscode";
import { parseRange } from "../../../core/catalog/parseRange.ts";
import type { FilterField, Range } from "../../../core/catalog/query.ts";
import { describeRange, nameFilterField, nameUnknown } from "../../words/filterWords.ts";
import { formatCount } from "../../words/numbers.ts";

/** What to ask for. */
export interface RangeQuestion {
	readonly field: FilterField;
	readonly now: Range | undefined;
	/** What the user's numbers are multiplied by. */
	readonly unit: number;
	readonly format: (value: number) => string;
	readonly unknown: number | undefined;
	readonly includesUnknown: boolean;
	/** How many models a range would leave. */
	readonly count: (range: Range) => number;
}

interface RangeItem extends vscode.QuickPickItem {
	readonly range?: Range;
	readonly act: "set" | "clear" | "type" | "toggleUnknown";
}

const presets: readonly Range[] = [
	{ max: 1 },
	{ max: 4 },
	{ max: 8 },
	{ max: 15 },
	{ max: 35 },
	{ min: 8, max: 35 },
	{ min: 35 },
];

/** A range from presets or as typed (`3-8`, `<8`, `>30`). `undefined`: the user went back. */
export async function chooseRange(
	question: RangeQuestion,
): Promise<{ readonly range: Range | undefined; readonly includeUnknown: boolean } | undefined> {
	const { field, now, unit, format, unknown, includesUnknown, count } = question;
	const items: RangeItem[] = [
		...presets.map((preset): RangeItem => {
			const range = scale(preset, unit);
			return {
				label: describeRange(range, format),
				description: formatCount(count(range)),
				range,
				act: "set",
			};
		}),
		{ label: vscode.l10n.t("Another range…"), act: "type" },
		{ label: vscode.l10n.t("Any"), act: "clear" },
		{ label: "", kind: vscode.QuickPickItemKind.Separator, act: "clear" },
		{
			label: includesUnknown
				? vscode.l10n.t("Leave out: {0}", nameUnknown(field))
				: vscode.l10n.t("Include: {0}", nameUnknown(field)),
			description: unknown === undefined ? "" : formatCount(unknown),
			act: "toggleUnknown",
		},
	];
	const chosen = await vscode.window.showQuickPick(items, {
		title: nameFilterField(field),
		placeHolder: now ? vscode.l10n.t("Now: {0}", describeRange(now, format)) : vscode.l10n.t("Any"),
	});
	switch (chosen?.act) {
		case "set":
			return { range: chosen.range, includeUnknown: includesUnknown };
		case "clear":
			return { range: undefined, includeUnknown: includesUnknown };
		case "toggleUnknown":
			return { range: now, includeUnknown: !includesUnknown };
		case "type": {
			const range = await typeRange(question);
			return range && { range, includeUnknown: includesUnknown };
		}
		default:
			return undefined;
	}
}

async function typeRange({ field, unit }: RangeQuestion): Promise<Range | undefined> {
	const text = await vscode.window.showInputBox({
		title: nameFilterField(field),
		prompt: vscode.l10n.t("In billions of parameters or GB: 3-8, <8 or >30"),
		validateInput: (value) =>
			parseRange(value) ? undefined : vscode.l10n.t("Write a range such as 3-8, <8 or >30."),
	});
	const range = text === undefined ? undefined : parseRange(text);
	return range && scale(range, unit);
}

function scale(range: Range, unit: number): Range {
	return {
		...(range.min === undefined ? {} : { min: range.min * unit }),
		...(range.max === undefined ? {} : { max: range.max * unit }),
	};
}
