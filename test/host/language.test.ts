import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, openText } from "./editors.ts";
import { deadEndpoint, setSetting, useHub } from "./hubHarness.ts";
import {
	applyFix,
	nameItem,
	readCompletions,
	readFindings,
	readHover,
	waitForFinding,
} from "./languageHarness.ts";
import { until } from "./until.ts";
import { removeFile, writeFile } from "./workspaceFiles.ts";

describe("model IDs in Python", () => {
	const stage = useHub();

	afterEach(closeEditors);

	it("are completed from the catalog, those that do the task of the place first", async () => {
		const editor = await openText(
			"python",
			'from transformers import pipeline\npipe = pipeline("text-generation", model="Qwen/▮")\n',
		);
		const items = await until("a list", async () => {
			const found = await readCompletions(editor.document.uri, editor.selection.active, 1);
			return found.length > 0 && found;
		});
		assert.match(nameItem(items[0] ?? new vscode.CompletionItem("")), /^Qwen\//);
		assert.ok(items.every((item) => nameItem(item).length > 3));
		assert.match(
			typeof items[0]?.label === "object" ? (items[0].label.description ?? "") : "",
			/Apache-2\.0/,
		);
		const [first] = items;
		assert.ok(first?.documentation instanceof vscode.MarkdownString);
		assert.match(first.documentation.value, /free to use/);
	});

	it("are not completed elsewhere", async () => {
		for (const text of ['x = open("▮")', 'load_dataset("▮")', "# see ▮", 'from "▮"']) {
			const editor = await openText("python", text);
			assert.deepEqual(await readCompletions(editor.document.uri, editor.selection.active), [], text);
		}
	});

	it("say on hover what they are", async () => {
		const editor = await openText("python", 'm = AutoModel.from_pretrained("Qwen/Qwen3-▮8B")\n');
		const card = await readHover(editor.document.uri, editor.selection.active);
		for (const part of [
			/Qwen\/Qwen3\\-8B/,
			/text generation/,
			/free to use/,
			/downloads in 30 days/,
			/command:openModels\.openModel/,
		]) {
			assert.match(card, part);
		}
	});

	it("say on hover what their hints are, wherever on the ID the pointer is", async () => {
		const { document } = await openText("python", 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
		const { range, message } = await waitForFinding(document.uri, "notPinned");
		const hover = await readHover(document.uri, range.end.translate(0, -2));
		assert.ok(hover.replaceAll("\\", "").includes(message), hover);
		assert.ok(!(await readHover(document.uri, range.start)).replaceAll("\\", "").includes(message));
	});

	it("are silent on hover when nobody knows them and the Hub cannot be asked", async () => {
		await setSetting("endpoint", deadEndpoint);
		const editor = await openText("python", 'm = AutoModel.from_pretrained("nobody/kno▮ws-7B")\n');
		assert.equal(await readHover(editor.document.uri, editor.selection.active), "");
		await setSetting("endpoint", stage.hub.url);
	});

	it("are told where the Hub does not have them, with those that may have been meant", async () => {
		const { document } = await openText("python", 'm = AutoModel.from_pretrained("Qwen/Qwen3-8C")\n');
		const finding = await waitForFinding(document.uri, "notFound");
		assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
		assert.equal(document.getText(finding.range), "Qwen/Qwen3-8C");
		assert.match(finding.message, /or it is private/);
		await applyFix(document.uri, finding, "Write “Qwen/Qwen3-8B”");
		assert.equal(document.getText(), 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
		await until("no finding", () => readFindings(document.uri).every(({ code }) => code !== "notFound"));
	});

	it("are told where they are written otherwise on the Hub", async () => {
		const { document } = await openText("python", 'm = AutoModel.from_pretrained("qwen/qwen3-8b")\n');
		const finding = await waitForFinding(document.uri, "renamed");
		assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
		await applyFix(document.uri, finding, "Write “Qwen/Qwen3-8B”");
		assert.equal(document.getText(), 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
		await until("no finding", () => readFindings(document.uri).every(({ code }) => code !== "renamed"));
	});

	it("are held against the targets that the policy names instead of those that are checked", async () => {
		const text = 'm = AutoModel.from_pretrained("openai/gpt-oss-120b")\n';
		await writeFile(".openmodels.json", JSON.stringify({ targets: ["rtx-3060"] }));
		try {
			const { document } = await openText("python", text);
			const { severity, message } = await waitForFinding(document.uri, "doesNotFit");
			assert.equal(severity, vscode.DiagnosticSeverity.Error);
			assert.match(message, /On the policy's target it /);
			await writeFile(".openmodels.json", JSON.stringify({ targets: ["h200"] }));
			await until("no finding", () => readFindings(document.uri).every(({ code }) => code !== "doesNotFit"));
		} finally {
			await removeFile(".openmodels.json");
		}
	});

	it("are shown as their settings say", async () => {
		await setSetting("diagnostics.notFound", "hint");
		const { document } = await openText("python", 'm = AutoModel.from_pretrained("Qwen/Qwen3-8C")\n');
		await until("a hint", () =>
			readFindings(document.uri).some(
				({ code, severity }) => code === "notFound" && severity === vscode.DiagnosticSeverity.Hint,
			),
		);
		await setSetting("diagnostics.notFound", "off");
		await until("nothing", () => readFindings(document.uri).every(({ code }) => code !== "notFound"));
		await setSetting("diagnostics.notFound", undefined);
		await until("an error", () =>
			readFindings(document.uri).some(
				({ code, severity }) => code === "notFound" && severity === vscode.DiagnosticSeverity.Error,
			),
		);
	});
});
