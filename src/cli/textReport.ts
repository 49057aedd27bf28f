import { type Audit, type ListedFinding, listFindings } from "../core/audit/audit.ts";
import type { FileReport } from "../core/audit/report.ts";
import type { ToldSeverity } from "../core/policy/severity.ts";
import { describeException, describeFileProblem } from "../host/words/auditWords.ts";
import { describeFinding } from "../host/words/findingWords.ts";

/** An audit as lines for a terminal: findings by file, then one line that counts. */
export function createText(audit: Audit, problems: readonly FileReport[]): string {
	const byPath = new Map<string, ListedFinding[]>();
	for (const listed of listFindings(audit)) {
		const known = byPath.get(listed.use.path);
		if (known === undefined) {
			byPath.set(listed.use.path, [listed]);
		} else {
			known.push(listed);
		}
	}
	const lines: string[] = [];
	for (const { path, line, column, problem } of problems) {
		lines.push(`${path}:${line}:${column}  warning  ${describeFileProblem(problem)}`, "");
	}
	for (const [path, found] of [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))) {
		found.sort((a, b) => a.use.start - b.use.start);
		lines.push(path, ...found.map(describeLine), "");
	}
	lines.push(summarize(audit));
	return `${lines.join("\n")}\n`;
}

function describeLine({ use, finding }: ListedFinding): string {
	const place = `${use.line}:${use.column}`.padEnd(7);
	const severity = (finding.exception ? "excepted" : finding.severity).padEnd(8);
	const words = `${use.id}: ${describeFinding(finding, use.id)}`;
	const exception = describeException(finding);
	return `  ${place} ${severity} ${words}${exception ? ` ${exception}` : ""} (${finding.code})`;
}

function summarize(audit: Audit): string {
	const findings = listFindings(audit).map(({ finding }) => finding);
	const count = (severity: ToldSeverity): number =>
		findings.filter((each) => each.severity === severity && each.exception === undefined).length;
	const excepted = findings.filter(({ exception }) => exception !== undefined).length;
	const parts = [
		`${number(count("error"), "error")}, ${number(count("warning"), "warning")}, ${number(count("hint"), "hint")}`,
		...(excepted > 0 ? [`${excepted} excepted`] : []),
		...(audit.unreadModels > 0 ? [`${number(audit.unreadModels, "model")} not read`] : []),
		...(audit.skippedFiles > 0 ? [`${number(audit.skippedFiles, "file")} left out`] : []),
		number(audit.requests, "request"),
	];
	return `${number(audit.models.length, "model")} in ${number(audit.fileCount, "file")}: ${parts.join("; ")}.`;
}

function number(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
