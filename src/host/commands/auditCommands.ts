import * as vscode from "vscode";
import { createCycloneDx } from "../../core/audit/cycloneDxReport.ts";
import type { ReportInput, ReportWords } from "../../core/audit/report.ts";
import { createSarif } from "../../core/audit/sarifReport.ts";
import type { AuditRoom } from "../audit/auditRoom.ts";
import type { AuditState } from "../audit/auditState.ts";
import { reportProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { HubSession } from "../state/hubSession.ts";
import { describeFileProblem, nameFileProblem, nameFinding } from "../words/auditWords.ts";
import { describeFinding } from "../words/findingWords.ts";
import { createMarkdown } from "../words/markdownReport.ts";
import type { CommandHandlers } from "./commandTable.ts";

const words: ReportWords = {
	describeFinding: (finding, id) => `${id}: ${describeFinding(finding, id)}`,
	nameFinding,
	describeFileProblem,
	nameFileProblem,
};

type AuditCommands =
	| "openModels.auditWorkspace"
	| "openModels.pinModels"
	| "openModels.checkPins"
	| "openModels.exportAudit";

/** The commands about all models of the workspace. */
export function createAuditCommands(
	room: AuditRoom,
	state: AuditState,
	session: HubSession,
	version: string,
	log: Log,
): CommandHandlers<AuditCommands> {
	const run = async (work: () => Promise<unknown>): Promise<void> => {
		try {
			await work();
		} catch (error) {
			await reportProblem(error, log);
		}
	};
	return {
		"openModels.auditWorkspace": () =>
			run(async () => {
				if (await room.audit()) {
					await vscode.commands.executeCommand("openModels.workspace.focus");
				}
			}),
		"openModels.pinModels": () => run(() => room.pinAll()),
		"openModels.checkPins": () => run(() => room.checkPins()),
		"openModels.exportAudit": (argument?: unknown) =>
			run(async () => {
				if (!state.folders && !(await room.audit())) {
					return;
				}
				const place = argument instanceof vscode.Uri ? argument : await askWhereTo();
				const input = place && createInput(state, session.endpoint, version);
				if (place && input) {
					await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(write(place.path, input)));
				}
			}),
	};
}

/** The kind of report goes by the name of the file. */
function write(path: string, input: ReportInput): string {
	if (/\.md$/i.test(path)) {
		return createMarkdown(input);
	}
	const report = /\.sarif(?:\.json)?$/i.test(path) ? createSarif(input, words) : createCycloneDx(input);
	return `${JSON.stringify(report, undefined, "\t")}\n`;
}

/** The folders' audits as one; several folders are told apart by their names. */
function createInput(state: AuditState, endpoint: string, toolVersion: string): ReportInput | undefined {
	const [first, ...others] = state.folders ?? [];
	if (!first) {
		return undefined;
	}
	const folders = [first, ...others];
	const isOne = others.length === 0;
	const prefix = (name: string, path: string): string => (isOne ? path : `${name}/${path}`);
	return {
		audit: {
			...first.audit,
			models: folders.flatMap(({ folder, audit }) =>
				audit.models.map((model) => ({
					...model,
					uses: model.uses.map((use) => ({ ...use, path: prefix(folder.name, use.path) })),
				})),
			),
			fileCount: folders.reduce((sum, { audit }) => sum + audit.fileCount, 0),
			skippedFiles: folders.reduce((sum, { audit }) => sum + audit.skippedFiles, 0),
			unreadModels: folders.reduce((sum, { audit }) => sum + audit.unreadModels, 0),
		},
		problems: folders.flatMap(({ folder, problems }) =>
			problems.map((problem) => ({ ...problem, path: prefix(folder.name, problem.path) })),
		),
		name: vscode.workspace.name ?? first.folder.name,
		toolVersion,
		endpoint,
	};
}

async function askWhereTo(): Promise<vscode.Uri | undefined> {
	const kinds = [
		{ label: "SARIF 2.1.0", detail: vscode.l10n.t("For code scanning"), name: "openmodels.sarif" },
		{
			label: "CycloneDX 1.6",
			detail: vscode.l10n.t("A bill of materials of the models"),
			name: "openmodels.cdx.json",
		},
		{
			label: "Markdown",
			detail: vscode.l10n.t("For a person or a pull request"),
			name: "openmodels-audit.md",
		},
	];
	const kind = await vscode.window.showQuickPick(kinds, {
		title: vscode.l10n.t("Export the Audit"),
		placeHolder: vscode.l10n.t("As what?"),
	});
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	return (
		kind &&
		vscode.window.showSaveDialog(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, kind.name) } : {})
	);
}
