import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFindings } from "../core/audit/audit.ts";
import { createCycloneDx } from "../core/audit/cycloneDxReport.ts";
import type { ReportInput, ReportWords } from "../core/audit/report.ts";
import { createSarif } from "../core/audit/sarifReport.ts";
import { isAtLeast } from "../core/policy/severity.ts";
import { describeFileProblem, nameFileProblem, nameFinding } from "../host/words/auditWords.ts";
import { describeFinding } from "../host/words/findingWords.ts";
import { createMarkdown } from "../host/words/markdownReport.ts";
import { auditFolder, type FolderAudit } from "./auditFolder.ts";
import { type AuditFormat, type AuditOptions, parseAuditOptions, UsageError, usage } from "./auditOptions.ts";
import { describeStop } from "./describeStop.ts";
import { createJson } from "./jsonReport.ts";
import { createText } from "./textReport.ts";

const words: ReportWords = {
	describeFinding: (finding, id) => `${id}: ${describeFinding(finding, id)}`,
	nameFinding,
	describeFileProblem,
	nameFileProblem,
};

run(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		const isUsage = error instanceof UsageError;
		process.stderr.write(`open-models: ${error instanceof Error ? error.message : String(error)}\n`);
		if (isUsage) {
			process.stderr.write("Try: open-models --help\n");
		}
		process.exitCode = 2;
	},
);

async function run([command, ...args]: readonly string[]): Promise<number> {
	if (command === undefined) {
		throw new UsageError("A command is missing: audit.");
	}
	if (["--help", "-h", "help"].includes(command) || args.some((each) => each === "--help" || each === "-h")) {
		process.stdout.write(usage);
		return 0;
	}
	const version = await readVersion();
	if (command === "--version") {
		process.stdout.write(`${version}\n`);
		return 0;
	}
	if (command !== "audit") {
		throw new UsageError(`There is no command "${command}", only audit.`);
	}
	const options = parseAuditOptions(args, process.env);
	const audited = await auditFolder(options, version);
	process.stdout.write(write(options.format, audited, options, version));
	return readExitCode(audited, options);
}

function write(
	format: AuditFormat,
	{ audit, name, problems }: FolderAudit,
	options: AuditOptions,
	toolVersion: string,
) {
	const input: ReportInput = { audit, problems, name, toolVersion, endpoint: options.endpoint };
	switch (format) {
		case "text":
			return createText(audit, problems);
		case "markdown":
			return createMarkdown(input);
		case "sarif":
			return toJson(createSarif(input, words));
		case "cyclonedx":
			return toJson(createCycloneDx(input));
		case "json":
			return toJson(createJson(input));
	}
}

function toJson(report: object): string {
	return `${JSON.stringify(report, undefined, 2)}\n`;
}

function readExitCode(
	{ audit, stopped }: FolderAudit,
	{ endpoint, failOn, isOffline }: AuditOptions,
): number {
	const isFailing = listFindings(audit).some(
		({ finding }) => finding.exception === undefined && isAtLeast(finding.severity, failOn),
	);
	if (stopped !== undefined) {
		process.stderr.write(`open-models: ${describeStop(stopped, endpoint)}\n`);
	}
	if (isFailing) {
		return 1;
	}
	return audit.unreadModels > 0 && !isOffline ? 3 : 0;
}

/** The package that this is part of lies above the folder of what is built. */
async function readVersion(): Promise<string> {
	const manifest: unknown = JSON.parse(await readFile(join(__dirname, "../package.json"), "utf8"));
	const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
	return isVersioned ? String(manifest.version) : "0";
}
