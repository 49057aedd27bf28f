import assert from "node:assert/strict";
import * as vscode from "vscode";

/** A row of a tree, with the node that it stands for. */
export interface Row<Node> {
	readonly node: Node;
	readonly item: vscode.TreeItem;
}

/** The rows that VS Code shows below a node, or at the top. */
export async function listRows<Node>(
	tree: vscode.TreeDataProvider<Node>,
	parent?: Node,
): Promise<readonly Row<Node>[]> {
	const nodes = (await tree.getChildren(parent)) ?? [];
	return Promise.all(nodes.map(async (node) => ({ node, item: await tree.getTreeItem(node) })));
}

/** A row's main text. */
export function readLabel({ item }: Row<unknown>): string {
	return typeof item.label === "string" ? item.label : (item.label?.label ?? "");
}

/** A row's text beside it. */
export function readDescription({ item }: Row<unknown>): string {
	return typeof item.description === "string" ? item.description : "";
}

/** The row whose text is so. */
export function findRow<Node>(rows: readonly Row<Node>[], label: string | RegExp): Row<Node> {
	const found = rows.find((row) =>
		typeof label === "string" ? readLabel(row) === label : label.test(readLabel(row)),
	);
	assert.ok(found, `No row ${label} among ${rows.map(readLabel).join(", ")}`);
	return found;
}

/** Presses a row. */
export async function press({ item }: Row<unknown>): Promise<void> {
	assert.ok(item.command, "Pressing this row does nothing.");
	await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
}
