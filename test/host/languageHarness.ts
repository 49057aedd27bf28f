import * as vscode from "vscode";
import { until } from "./until.ts";

/** What the extension says of a document. */
export function readFindings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Open Models");
}

/** Waits until a finding of that code is there, and gives it. */
export function waitForFinding(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
	return until(`${code} in ${uri.path}`, () => readFindings(uri).find((each) => each.code === code)).catch(
		(error) => {
			throw new Error(`${error}: ${readFindings(uri).map(({ code, message }) => `${code}: ${message}`)}`);
		},
	);
}

/** VS Code works a fix out when it is chosen; here all are. */
const mostResolved = 50;

/** Quick fixes that VS Code offers at a finding. */
export function listFixes(uri: vscode.Uri, finding: vscode.Diagnostic): Thenable<vscode.CodeAction[]> {
	return vscode.commands.executeCommand<vscode.CodeAction[]>(
		"vscode.executeCodeActionProvider",
		uri,
		finding.range,
		vscode.CodeActionKind.QuickFix.value,
		mostResolved,
	);
}

/** Does what a person does who chooses a fix from the bulb. */
export async function applyFix(
	uri: vscode.Uri,
	finding: vscode.Diagnostic,
	title: string | RegExp,
): Promise<vscode.CodeAction> {
	const fix = await until(`the fix ${title}`, async () => {
		const fixes = await listFixes(uri, finding);
		return fixes.find((each) => (typeof title === "string" ? each.title === title : title.test(each.title)));
	});
	if (fix.edit !== undefined) {
		await vscode.workspace.applyEdit(fix.edit);
	}
	if (fix.command !== undefined) {
		const { command, arguments: given = [] } = fix.command;
		await vscode.commands.executeCommand(command, ...given);
	}
	return fix;
}

/** The words of the hovers at a position. */
export async function readHover(uri: vscode.Uri, position: vscode.Position): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		"vscode.executeHoverProvider",
		uri,
		position,
	);
	return hovers
		.flatMap(({ contents }) => contents)
		.map((content) => (typeof content === "string" ? content : content.value))
		.join("\n");
}

/** What is offered at a position, of this extension, in its order. */
export async function readCompletions(
	uri: vscode.Uri,
	position: vscode.Position,
	resolved = 0,
): Promise<readonly vscode.CompletionItem[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		"vscode.executeCompletionItemProvider",
		uri,
		position,
		undefined,
		resolved,
	);
	return list.items
		.filter(({ label }) => typeof label !== "string")
		.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
}

/** The name of an item. */
export function nameItem({ label }: vscode.CompletionItem): string {
	return typeof label === "string" ? label : label.label;
}
