import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, locateFile, openFile, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { answering, answerPicker } from "./person.ts";
import { answerNotice } from "./taps.ts";
import { listRows } from "./tree.ts";
import { until } from "./until.ts";

const repoId = "Qwen/Qwen3-8B";

describe("inserting a model", () => {
	const stage = useHub();

	const insert = (argument: unknown = repoId): Thenable<unknown> =>
		vscode.commands.executeCommand("openModels.insertModelId", argument);

	afterEach(closeEditors);

	const places: readonly (readonly [string, string, string, string])[] = [
		["a string in Python", "python", 'model = "▮"', `model = "${repoId}"`],
		["an argument in Python", "python", "pipe = load(▮)", `pipe = load("${repoId}")`],
		[
			"an empty line in Python",
			"python",
			"import x\n▮\n",
			`import x\npipeline("text-generation", model="${repoId}")\n`,
		],
		["a comment in Python", "python", "# see ▮", `# see ${repoId}`],
		["a string in TypeScript", "typescript", "const id = '▮';", `const id = '${repoId}';`],
		["code in TypeScript", "typescript", "const id = ▮;", `const id = "${repoId}";`],
		["a string in JSON", "json", '{ "model": "▮" }', `{ "model": "${repoId}" }`],
		["a value in JSON", "json", '{ "model": ▮ }', `{ "model": "${repoId}" }`],
		["a value in YAML", "yaml", "model: ▮", `model: ${repoId}`],
		["a string in YAML", "yaml", 'model: "▮"', `model: "${repoId}"`],
		["a list item in YAML", "yaml", "models:\n  - ▮", `models:\n  - ${repoId}`],
		["plain text", "plaintext", "We use ▮.", `We use ${repoId}.`],
	];
	for (const [place, language, before, after] of places) {
		it(`fits ${place}`, async () => {
			const editor = await openText(language, before);
			await insert();
			assert.equal(editor.document.getText(), after);
		});
	}

	it("says that a call for one task does not load it, and changes the call when that is wanted", async () => {
		const editor = await openText("python", 's = pipeline("summarization", model="▮")');
		await insert();
		assert.equal(editor.document.getText(), `s = pipeline("summarization", model="${repoId}")`);
		await until("the call changed", async () => {
			await vscode.commands.executeCommand("notification.acceptPrimaryAction");
			return editor.document.getText() === `s = pipeline("text-generation", model="${repoId}")`;
		});
	});

	it("says so, too, where the call takes it by a name", async () => {
		const editor = await openText(
			"python",
			'MODEL = "▮"\n\ndef run(text):\n    return pipeline("summarization", model=MODEL)(text)\n',
		);
		await insert();
		await until("the call changed", async () => {
			await vscode.commands.executeCommand("notification.acceptPrimaryAction");
			return editor.document.getText().includes('pipeline("text-generation", model=MODEL)');
		});
	});

	it("goes to every cursor, each as its place asks, and is undone in one step", async () => {
		const editor = await openText("python", 'a = "▮"\nb = f(▮)\n');
		await insert();
		assert.equal(editor.document.getText(), `a = "${repoId}"\nb = f("${repoId}")\n`);
		await vscode.commands.executeCommand("undo");
		assert.equal(editor.document.getText(), 'a = ""\nb = f()\n');
	});

	it("replaces what is selected", async () => {
		const editor = await openText("python", 'a = "▮old/model"');
		const start = editor.selection.start;
		editor.selection = new vscode.Selection(start, start.translate(0, "old/model".length));
		await until("the selection", () => editor.document.getText(editor.selection) === "old/model");
		await insert();
		assert.equal(editor.document.getText(), `a = "${repoId}"`);
	});

	it("takes a row of the sidebar", async () => {
		const editor = await openText("python", 'a = "▮"');
		const [row] = await listRows(stage.api.models);
		assert.ok(row?.node.kind === "model");
		await insert(row.node);
		assert.equal(editor.document.getText(), `a = "${row.node.model.repoId}"`);
	});

	it("goes to the editor last used while the sidebar has the focus, and back to that editor", async () => {
		const editor = await openText("python", 'a = "▮"');
		await vscode.commands.executeCommand("openModels.models.focus");
		await insert();
		assert.equal(editor.document.getText(), `a = "${repoId}"`);
		assert.equal(vscode.window.activeTextEditor?.document, editor.document);
	});

	it("works in the files of a project", async () => {
		for (const [file, line, character, after] of [
			["app.py", 2, 48, `classify = pipeline("text-classification", model="${repoId}")`],
			["app.ts", 0, 24, `export const modelId = "${repoId}";`],
			["settings.json", 1, 11, `\t"model": "${repoId}"`],
			["service.yaml", 0, 8, `model: "${repoId}"`],
		] as const) {
			const editor = await openFile(file);
			const start = editor.document.lineAt(line).text.indexOf('""') + 1;
			assert.ok(start > 0 && character > 0, `no empty string in ${file}`);
			editor.selection = new vscode.Selection(line, start, line, start);
			await insert();
			assert.equal(editor.document.lineAt(line).text, after, file);
		}
	});

	it("works in a cell of a notebook", async () => {
		const notebook = await vscode.workspace.openNotebookDocument(locateFile("notebook.ipynb"));
		await vscode.window.showNotebookDocument(notebook);
		await vscode.commands.executeCommand("notebook.cell.edit");
		const cell = notebook.cellAt(0).document;
		const editor = await until("the cell's editor", () => {
			const active = vscode.window.activeTextEditor;
			return active?.document === cell ? active : undefined;
		});
		const quote = cell.getText().indexOf('""') + 1;
		editor.selection = new vscode.Selection(cell.positionAt(quote), cell.positionAt(quote));
		await insert();
		assert.equal(cell.getText(), `model_id = "${repoId}"`);
		assert.equal(vscode.window.activeNotebookEditor?.notebook, notebook);
	});

	it("says so where there is no editor, and changes nothing", async () => {
		const notice = await answerNotice(() => insert());
		assert.equal(notice.kind, "warning");
		assert.match(notice.words, /^There is no editor to insert into\./);
	});

	it("asks for the model where none is given: what is known first, then what the Hub suggests", async () => {
		const editor = await openText("python", 'a = "▮"');
		const inserting = vscode.commands.executeCommand("openModels.insertModelId");
		await answerPicker({ title: "Insert a model's ID", typed: "bge-m3", pick: "BAAI/bge-m3" });
		await inserting;
		assert.ok(stage.hub.requests.some(({ path }) => path.includes("quicksearch?q=bge-m3")));
		assert.equal(editor.document.getText(), 'a = "BAAI/bge-m3"');
	});
});

describe("using a model", () => {
	useHub();

	afterEach(closeEditors);

	it("copies its ID", async () => {
		await vscode.env.clipboard.writeText("before");
		await vscode.commands.executeCommand("openModels.copyModelId", repoId);
		assert.equal(await vscode.env.clipboard.readText(), repoId);
	});

	it("inserts a snippet of a library that it works with", async () => {
		const editor = await openText("python", "▮");
		const { questions } = await answering([{ pick: /^Transformers/ }], () =>
			vscode.commands.executeCommand("openModels.insertSnippet", repoId),
		);
		assert.ok((questions[0]?.items.length ?? 0) > 2);
		assert.match(editor.document.getText(), /transformers[\s\S]*Qwen\/Qwen3-8B/);
	});

	it("copies a snippet", async () => {
		await answering([{ pick: /vLLM/ }], () =>
			vscode.commands.executeCommand("openModels.copySnippet", repoId),
		);
		assert.match(await vscode.env.clipboard.readText(), /vllm[\s\S]*Qwen\/Qwen3-8B/);
	});
});
