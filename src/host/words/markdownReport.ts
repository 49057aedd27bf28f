import * as vscode from "vscode";
import type { AuditedModel } from "../../core/audit/audit.ts";
import type { ReportInput } from "../../core/audit/report.ts";
import type { Finding } from "../../core/policy/finding.ts";
import { describeException, describeFileProblem, nameSeverity } from "./auditWords.ts";
import { describeFinding } from "./findingWords.ts";
import { nameLicense } from "./licenseName.ts";
import { escapeMarkdown } from "./markdown.ts";
import { formatCount } from "./numbers.ts";

/** An audit for a person or a pull request: a table of models, then what was found, with its places. */
export function createMarkdown(input: ReportInput): string {
	const { audit, name, problems } = input;
	const date = new Date(audit.atMs).toISOString().slice(0, 10);
	const lines = [
		`# ${vscode.l10n.t("Models in {0}", escapeMarkdown(name))}`,
		"",
		vscode.l10n.t(
			"{0} models in {1} files, {2}.",
			formatCount(audit.models.length),
			formatCount(audit.fileCount),
			date,
		),
	];
	if (audit.unreadModels > 0) {
		lines.push("", vscode.l10n.t("Nothing could be read of {0} of them.", formatCount(audit.unreadModels)));
	}
	if (audit.models.length > 0) {
		lines.push("", ...createTable(input));
	}
	const found = audit.models.flatMap((model) => describeModel(model));
	if (found.length > 0) {
		lines.push("", `## ${vscode.l10n.t("Findings")}`, ...found);
	}
	if (problems.length > 0) {
		lines.push("", `## ${vscode.l10n.t("Policy and lock")}`, "");
		for (const { path, line, problem } of problems) {
			lines.push(`- \`${path}:${line}\` ${escapeMarkdown(describeFileProblem(problem))}`);
		}
	}
	lines.push("", vscode.l10n.t("A summary, not legal advice: the text counts."), "");
	return lines.join("\n");
}

function createTable({ audit, endpoint }: ReportInput): readonly string[] {
	const heads = [
		vscode.l10n.t("Model"),
		vscode.l10n.t("License"),
		vscode.l10n.t("Pinned at"),
		vscode.l10n.t("Uses"),
		vscode.l10n.t("Findings"),
	];
	return [
		`| ${heads.join(" | ")} |`,
		`|${heads.map(() => "---").join("|")}|`,
		...audit.models.map((model) => {
			const cells = [
				`[${escapeMarkdown(model.repoId)}](${endpoint}/${model.repoId})`,
				escapeMarkdown(
					model.facts.status === "known" ? nameLicense(model.facts.model.license) : vscode.l10n.t("not read"),
				),
				model.pins.map(({ revision }) => `\`${revision.slice(0, 8)}\``).join(" "),
				formatCount(model.uses.length),
				countFindings(model),
			];
			return `| ${cells.join(" | ")} |`;
		}),
	];
}

function countFindings({ uses }: AuditedModel): string {
	const counting = uses
		.flatMap(({ findings }) => findings)
		.filter(({ exception }) => exception === undefined);
	return (["error", "warning", "hint"] as const)
		.map(
			(severity) =>
				[
					severity,
					new Set(counting.filter((each) => each.severity === severity).map(({ code }) => code)),
				] as const,
		)
		.filter(([, codes]) => codes.size > 0)
		.map(([severity, codes]) => `${formatCount(codes.size)} ${nameSeverity(severity)}`)
		.join(", ");
}

/** Each finding once, with every place that it is about. */
function describeModel({ repoId, uses }: AuditedModel): readonly string[] {
	const places = new Map<string, { finding: Finding; id: string; at: string[] }>();
	for (const use of uses) {
		for (const finding of use.findings) {
			const key = `${finding.severity} ${describeFinding(finding, use.id)}`;
			const known = places.get(key) ?? { finding, id: use.id, at: [] };
			known.at.push(`\`${use.path}:${use.line}\``);
			places.set(key, known);
		}
	}
	if (places.size === 0) {
		return [];
	}
	const rows = [...places.values()].map(({ finding, id, at }) => {
		const exception = describeException(finding);
		const severity = exception === undefined ? `**${nameSeverity(finding.severity)}**` : exception;
		return `- ${exception === undefined ? severity : escapeMarkdown(severity)} ${escapeMarkdown(describeFinding(finding, id))} (\`${finding.code}\`) ${at.join(", ")}`;
	});
	return ["", `### ${escapeMarkdown(repoId)}`, "", ...rows];
}
