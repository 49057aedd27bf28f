import * as vscode from "vscode";
import type { Settings } from "../../settings.ts";
import { formatCount, formatTokens } from "../../words/numbers.ts";
import type { CommandHandlers } from "../commandTable.ts";

const steps = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 262_144];
const most = 10_000_000;

/** "Set Context Length…": the context at which every verdict is given. */
export function createSetContextLength(settings: Settings): CommandHandlers<"openModels.setContextLength"> {
	return {
		"openModels.setContextLength": async () => {
			const other = vscode.l10n.t("Another length…");
			const chosen = await vscode.window.showQuickPick(
				[
					...steps.map((tokens) => ({
						label: vscode.l10n.t("{0} tokens", formatTokens(tokens)),
						description: tokens === settings.contextTokens ? vscode.l10n.t("now") : formatCount(tokens),
						tokens,
					})),
					{ label: other, description: "", tokens: undefined },
				],
				{
					title: vscode.l10n.t("Context length that models are judged at"),
					placeHolder: vscode.l10n.t("How much text must fit in one conversation?"),
				},
			);
			const tokens = chosen && (chosen.tokens ?? (await askForTokens(settings.contextTokens)));
			if (tokens !== undefined) {
				await settings.setContextTokens(tokens);
			}
		},
	};
}

async function askForTokens(now: number): Promise<number | undefined> {
	const text = await vscode.window.showInputBox({
		title: vscode.l10n.t("Context length in tokens"),
		value: String(now),
		validateInput: (value) =>
			readTokens(value) === undefined
				? vscode.l10n.t("A whole number from 1 to {0}", formatCount(most))
				: undefined,
	});
	return text === undefined ? undefined : readTokens(text);
}

function readTokens(text: string): number | undefined {
	const tokens = Number(text.trim());
	return Number.isInteger(tokens) && tokens >= 1 && tokens <= most ? tokens : undefined;
}
