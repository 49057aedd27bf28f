import * as vscode from "vscode";
import { type ShellCommand, splitCommands } from "../../../core/code/splitCommands.ts";

const terminalName = "Open Models";

/** Types a command of a shell snippet into a terminal, asking which where it has several. Enter is left to the user. */
export async function typeInTerminal(code: string): Promise<void> {
	const command = await chooseCommand(splitCommands(code));
	if (!command) {
		return;
	}
	const open = vscode.window.terminals.find(
		({ name, exitStatus }) => name === terminalName && exitStatus === undefined,
	);
	const terminal = open ?? vscode.window.createTerminal(terminalName);
	terminal.show();
	terminal.sendText(command.text, false);
}

async function chooseCommand(commands: readonly ShellCommand[]): Promise<ShellCommand | undefined> {
	if (commands.length < 2) {
		return commands[0];
	}
	const items = commands.map((command) => {
		const line = command.text.replace(/\s*\\?\n\s*/g, " ");
		return command.comment === undefined
			? { label: line, command }
			: { label: command.comment, detail: line, command };
	});
	const chosen = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Which command? It is typed for you; Enter runs it"),
		matchOnDetail: true,
	});
	return chosen?.command;
}
