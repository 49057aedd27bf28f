import * as vscode from "vscode";
import { openText } from "./editors.ts";

/** How a kind of documents has models' IDs. */
export interface LanguageKind {
	readonly name: string;
	/** Opens a document of the kind with a text, and gives it. */
	readonly open: (text: string) => Promise<vscode.TextDocument>;
	/** A text with an ID in each of some places, a commit beside it where one is given. */
	readonly write: (ids: readonly string[], commit?: string) => string;
}

type WriteLine = (id: string, index: number, commit: string | undefined) => string;

const untitled = (language: string, writeLine: WriteLine, wrap = (text: string) => text): LanguageKind => ({
	name: language,
	open: async (text) => (await openText(language, text)).document,
	write: (ids, commit) => `${wrap(ids.map((id, i) => writeLine(id, i, commit)).join("\n"))}\n`,
});

const python: WriteLine = (id, i, commit) =>
	`m${i} = AutoModel.from_pretrained("${id}"${commit === undefined ? "" : `, revision="${commit}"`})`;
const script: WriteLine = (id, i, commit) =>
	`const m${i} = await AutoModel.from_pretrained("${id}"${commit === undefined ? "" : `, { revision: "${commit}" }`});`;
const shell: WriteLine = (id, _i, commit) =>
	`vllm serve ${id}${commit === undefined ? "" : ` --revision ${commit}`}`;

/** Every kind of documents in which IDs are found: the languages, unsaved, and a notebook's cell. */
export const languageKinds: readonly LanguageKind[] = [
	untitled("python", python),
	untitled("typescript", script),
	untitled("javascript", script),
	untitled(
		"json",
		(id, i, commit) =>
			`${i === 0 ? "" : ","}{ "model_id": "${id}"${commit === undefined ? "" : `, "revision": "${commit}"`} }`,
		(text) => `[${text}]`,
	),
	untitled(
		"yaml",
		(id, _i, commit) => `- model_id: ${id}${commit === undefined ? "" : `\n  revision: ${commit}`}`,
	),
	untitled(
		"toml",
		(id, i, commit) => `[m${i}]\nmodel_id = "${id}"${commit === undefined ? "" : `\nrevision = "${commit}"`}`,
	),
	untitled(
		"dockerfile",
		(id, _i, commit) =>
			`RUN huggingface-cli download ${id}${commit === undefined ? "" : ` --revision ${commit}`}`,
	),
	untitled("shellscript", shell),
	untitled("markdown", python, (text) => `# Models\n\n\`\`\`python\n${text}\n\`\`\``),
	{
		name: "notebook",
		open: async (text) => {
			const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, "python");
			const notebook = await vscode.workspace.openNotebookDocument(
				"jupyter-notebook",
				new vscode.NotebookData([cell]),
			);
			await vscode.window.showNotebookDocument(notebook);
			return notebook.cellAt(0).document;
		},
		write: (ids, commit) =>
			ids.map((id, i) => (i % 2 === 0 ? `!${shell(id, i, commit)}` : python(id, i, commit))).join("\n"),
	},
];
