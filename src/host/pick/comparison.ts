import * as vscode from "vscode";
import type { Target } from "../../core/hardware/target.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { nameLicense } from "../words/licenseName.ts";
import { summarizeDownloads, summarizeParameters } from "../words/modelWords.ts";
import { formatDay, formatTokens } from "../words/numbers.ts";
import { nameReason } from "../words/pickWords.ts";
import { nameTarget } from "../words/targetWords.ts";
import { summarizeVerdict } from "../words/verdictWords.ts";

/** Opens the candidates side by side as a Markdown document, ready to be kept or sent. */
export async function showComparison(
	result: PickResult,
	targets: readonly Target[],
	judge: ModelJudge,
): Promise<void> {
	const { candidates } = result;
	const rows: [string, (candidate: (typeof candidates)[number]) => string | undefined][] = [
		[vscode.l10n.t("Why"), ({ reasons }) => reasons.map(nameReason).join(", ")],
		[vscode.l10n.t("Parameters"), ({ model }) => summarizeParameters(model.parameters)],
		[vscode.l10n.t("License"), ({ model }) => nameLicense(model.license)],
		[vscode.l10n.t("Context"), ({ model }) => model.contextLength && formatTokens(model.contextLength.value)],
		[vscode.l10n.t("Languages"), ({ model }) => model.languages?.join(", ")],
		...targets.map(
			(target, index): [string, (candidate: (typeof candidates)[number]) => string | undefined] => [
				nameTarget(target),
				({ verdicts }) => {
					const verdict = verdicts[index];
					return verdict && summarizeVerdict(verdict);
				},
			],
		),
		[
			vscode.l10n.t("Downloads in 30 days"),
			({ model }) => summarizeDownloads(model, judge.judgeDirection(model)),
		],
		[
			vscode.l10n.t("Created"),
			({ model }) => (model.createdAtMs === undefined ? undefined : formatDay(model.createdAtMs)),
		],
		[vscode.l10n.t("Facts as of"), ({ model }) => formatDay(model.readAtMs)],
	];
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	const content = [
		`# ${vscode.l10n.t("Candidates")}`,
		"",
		line(["", ...candidates.map(({ model }) => model.repoId)]),
		line(["---", ...candidates.map(() => "---")]),
		...rows.map(([label, read]) =>
			line([label, ...candidates.map((candidate) => read(candidate) ?? vscode.l10n.t("not known"))]),
		),
		"",
	].join("\n");
	const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
	await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
