import { findingCodes } from "../policy/findingCode.ts";
import { defaultSeverities } from "../policy/findingSeverity.ts";
import type { Severity } from "../policy/severity.ts";
import { type ListedFinding, listFindings } from "./audit.ts";
import type { FileReport, ReportInput, ReportWords } from "./report.ts";

const fileRule = "ruleFile";
const ruleIds: readonly string[] = [...findingCodes, fileRule];
const levels: Readonly<Record<Severity, string>> = {
	off: "none",
	hint: "note",
	warning: "warning",
	error: "error",
};

/**
 * An audit as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html, 2020-03): one result
 * for each finding at each use. What an exception covers is there as suppressed, with the reason.
 */
export function createSarif(input: ReportInput, words: ReportWords): object {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0-rtm.5.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "Open Models",
						version: input.toolVersion,
						rules: ruleIds.map((id) => describeRule(id, words)),
					},
				},
				columnKind: "utf16CodeUnits",
				results: [
					...listFindings(input.audit).map((listed) => describeResult(listed, words)),
					...input.problems.map((problem) => describeProblem(problem, words)),
				],
			},
		],
	};
}

function describeRule(id: string, words: ReportWords): object {
	const code = findingCodes.find((each) => each === id);
	return {
		id,
		shortDescription: { text: code === undefined ? words.nameFileProblem() : words.nameFinding(code) },
		defaultConfiguration: { level: code === undefined ? "warning" : levels[defaultSeverities[code]] },
	};
}

function describeResult({ model, use, finding }: ListedFinding, words: ReportWords): object {
	const { exception } = finding;
	return {
		ruleId: finding.code,
		ruleIndex: ruleIds.indexOf(finding.code),
		level: levels[finding.severity],
		message: { text: words.describeFinding(finding, use.id) },
		locations: [locate(use.path, use.line, use.column, use.column + use.id.length)],
		partialFingerprints: { "modelUse/v1": `${finding.code} ${model.repoId} ${use.path} ${use.callSite}` },
		properties: { model: model.repoId, ...(use.revision === undefined ? {} : { revision: use.revision }) },
		...(exception === undefined
			? {}
			: { suppressions: [{ kind: "external", justification: `${exception.date}: ${exception.reason}` }] }),
	};
}

function describeProblem({ path, line, column, problem }: FileReport, words: ReportWords): object {
	return {
		ruleId: fileRule,
		ruleIndex: ruleIds.indexOf(fileRule),
		level: "warning",
		message: { text: words.describeFileProblem(problem) },
		locations: [locate(path, line, column, undefined)],
	};
}

function locate(path: string, startLine: number, startColumn: number, endColumn: number | undefined): object {
	return {
		physicalLocation: {
			artifactLocation: {
				uri: path.split("/").map(encodeURIComponent).join("/"),
				uriBaseId: "%SRCROOT%",
			},
			region: { startLine, startColumn, ...(endColumn === undefined ? {} : { endColumn }) },
		},
	};
}
