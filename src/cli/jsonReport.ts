import type { ReportInput } from "../core/audit/report.ts";
import { describeFileProblem } from "../host/words/auditWords.ts";
import { describeFinding } from "../host/words/findingWords.ts";

/** An audit as plain JSON: models with license, pins and uses, each use with its findings. */
export function createJson({ audit, problems, name }: ReportInput): object {
	return {
		name,
		date: new Date(audit.atMs).toISOString(),
		fileCount: audit.fileCount,
		skippedFiles: audit.skippedFiles,
		requests: audit.requests,
		models: audit.models.map(({ repoId, facts, pins, uses }) => ({
			id: repoId,
			facts: facts.status,
			license: facts.status === "known" ? facts.model.license : undefined,
			ancestors: facts.status === "known" ? facts.ancestors : undefined,
			pins: pins.map(({ revision, date }) => ({ revision, date })),
			uses: uses.map(({ path, line, column, id, revision, callSite, findings }) => ({
				path,
				line,
				column,
				id,
				revision,
				callSite,
				findings: findings.map((finding) => ({
					code: finding.code,
					severity: finding.severity,
					message: describeFinding(finding, id),
					exception: finding.exception,
				})),
			})),
		})),
		problems: problems.map(({ path, line, column, problem }) => ({
			path,
			line,
			column,
			code: problem.code,
			message: describeFileProblem(problem),
		})),
	};
}
