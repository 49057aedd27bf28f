import * as vscode from "vscode";
import type { CompareView } from "../../../protocol/comparePanel.ts";

/** A comparison as a Markdown table, to be kept or sent, with its date. */
export function writeComparison({ models, sections, source }: CompareView): string {
	const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
	return [
		`# ${vscode.l10n.t("Comparison of open models")}`,
		"",
		line(["", ...models.map(({ repoId }) => repoId)]),
		`| --- |${" --- |".repeat(models.length)}`,
		...sections.flatMap(({ heading, rows }) => [
			`| **${escapeCell(heading)}** |${" |".repeat(models.length)}`,
			...rows.map(({ label, cells }) =>
				line([label, ...cells.map(({ mark, value }) => (mark ? `${mark} ${value}` : value))]),
			),
		]),
		"",
		source,
		"",
	].join("\n");
}

/** What a model brings with it must not break the table, nor become markup. */
function escapeCell(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\|`<>[\]*_]/g, (sign) => `\\${sign}`);
}
