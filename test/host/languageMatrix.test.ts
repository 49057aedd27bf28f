import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, locateFile, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { applyFix, readCompletions, readFindings, readHover } from "./languageHarness.ts";
import { answering } from "./person.ts";
import { until } from "./until.ts";

const commit = "1".repeat(40);
const weights = (name: string, size = 2_000_000_000) => [
	{ rfilename: "config.json", size: 700 },
	{ rfilename: name, size },
];
const model = (id: string, facts: object = {}): object => ({
	id,
	pipeline_tag: "text-generation",
	library_name: "transformers",
	tags: ["transformers", "safetensors", "license:mit"],
	cardData: { license: "mit" },
	safetensors: { parameters: { BF16: 1_000_000_000 }, total: 1_000_000_000 },
	siblings: weights("model.safetensors"),
	downloads: 1000,
	...facts,
});

/** A Hub whose models each have one thing about them. */
const rows = [
	model("lab-x/plain-7B", { aliases: ["lab-x/former-name-7B"] }),
	model("lab-x/closed-7B", { gated: "auto" }),
	model("lab-x/pickled-7B", {
		tags: ["transformers", "pytorch", "license:mit"],
		safetensors: undefined,
		siblings: weights("pytorch_model.bin"),
	}),
	model("lab-y/pickled-7B"),
	model("lab-x/coded-7B", { tags: ["transformers", "safetensors", "custom_code", "license:mit"] }),
	model("lab-x/older-7B", { cardData: { license: "mit", new_version: "lab-x/plain-7B" } }),
	model("lab-x/silent-7B", { tags: ["transformers", "safetensors"], cardData: {} }),
	model("lab-x/research-7B", { tags: ["license:cc-by-nc-4.0"], cardData: { license: "cc-by-nc-4.0" } }),
	model("lab-x/changed-7B", { tags: ["license:apache-2.0"], cardData: { license: "apache-2.0" } }),
	model("lab-z/barred-7B"),
	model("lab-x/giant-900B", {
		safetensors: { parameters: { BF16: 900e9 }, total: 900e9 },
		siblings: weights("model.safetensors", 1_800_000_000_000),
	}),
	model("lab-x/giant-1B"),
	model("lab-x/vectors-large", {
		pipeline_tag: "sentence-similarity",
		configJson: { model_type: "bert", hidden_size: 1024, num_hidden_layers: 24, num_attention_heads: 16 },
	}),
];

const policy = {
	licenses: { forbidClasses: ["nonCommercial"] },
	organizations: { forbid: ["lab-z"] },
};
const lock = {
	lockVersion: 1,
	models: [
		{ id: "lab-x/changed-7B", revision: commit, license: { id: "mit" }, date: "2026-01-01" },
		{ id: "lab-x/coded-7B", revision: commit, license: { id: "mit" }, date: "2026-01-01" },
	],
};

/** What is found, and which ID its fix writes. */
const expected: readonly (readonly [code: string, id: string, fixed?: string])[] = [
	["notFound", "lab-x/plain-7C", "lab-x/plain-7B"],
	["renamed", "lab-x/former-name-7B", "lab-x/plain-7B"],
	["renamed", "Lab-X/Plain-7b", "lab-x/plain-7B"],
	["gated", "lab-x/closed-7B"],
	["unsafeWeights", "lab-x/pickled-7B", "lab-y/pickled-7B"],
	["customCode", "lab-x/coded-7B"],
	["hasSuccessor", "lab-x/older-7B", "lab-x/plain-7B"],
	["licenseNotStated", "lab-x/silent-7B"],
	["licenseForbidden", "lab-x/research-7B"],
	["licenseChanged", "lab-x/changed-7B"],
	["organizationForbidden", "lab-z/barred-7B"],
	["notPinned", "lab-x/plain-7B"],
	["doesNotFit", "lab-x/giant-900B", "lab-x/giant-1B"],
];
const ids = [...new Set(expected.map(([, id]) => id))];

/** How each language has an ID; the last is whether a commit has a place beside it. */
const languages: readonly (readonly [language: string, write: (id: string, index: number) => string])[] = [
	["python", (id, i) => `m${i} = AutoModel.from_pretrained("${id}")`],
	["typescript", (id, i) => `const m${i} = await pipeline("text-generation", "${id}");`],
	["javascript", (id, i) => `const m${i} = await AutoModel.from_pretrained("${id}");`],
	["json", (id, i) => `${i === 0 ? "[" : ","}{ "model_id": "${id}" }${i === ids.length - 1 ? "]" : ""}`],
	["yaml", (id) => `- model_id: ${id}`],
	["toml", (id, i) => `[m${i}]\nmodel_id = "${id}"`],
	["dockerfile", (id) => `RUN huggingface-cli download ${id}`],
	["shellscript", (id) => `vllm serve ${id}`],
	["markdown", (id, i) => `\`\`\`python\nm${i} = AutoModel.from_pretrained("${id}")\n\`\`\``],
];

const findIn = (document: vscode.TextDocument, code: string, id: string): vscode.Diagnostic | undefined =>
	readFindings(document.uri).find((each) => each.code === code && document.getText(each.range) === id);

async function expectFindings(document: vscode.TextDocument): Promise<void> {
	for (const [code, id] of expected) {
		await until(`${code} of ${id} in ${document.languageId}`, () => findIn(document, code, id), 25_000);
	}
}

async function expectFixes(document: vscode.TextDocument): Promise<void> {
	for (const [code, id, fixed] of expected) {
		const finding = findIn(document, code, id);
		assert.ok(finding, `${code} of ${id}`);
		if (fixed !== undefined) {
			const before = document.getText().split(fixed).length;
			await applyFix(document.uri, finding, `Write “${fixed}”`);
			assert.equal(document.getText().split(fixed).length, before + 1, `${code} in ${document.languageId}`);
			await vscode.commands.executeCommand("undo");
			await until("the finding again", () => findIn(document, code, id));
		}
	}
}

describe("what is found about models in the code", () => {
	useHub({ rows });

	before(async () => {
		await write(".openmodels.json", JSON.stringify(policy));
		await write("openmodels.lock", JSON.stringify(lock));
	});
	afterEach(closeEditors);
	after(async () => {
		await vscode.workspace.fs.delete(locateFile(".openmodels.json"));
		await vscode.workspace.fs.delete(locateFile("openmodels.lock"));
	});

	async function write(name: string, text: string): Promise<void> {
		await vscode.workspace.fs.writeFile(locateFile(name), new TextEncoder().encode(text));
	}

	for (const [language, writeId] of languages) {
		it(`is found and fixed in ${language}`, async function () {
			this.timeout(120_000);
			const { document } = await openText(language, `${ids.map(writeId).join("\n")}\n`);
			await expectFindings(document);
			await expectFixes(document);
		});

		it(`is completed and explained in ${language}`, async () => {
			const { document, selection } = await openText(language, writeId("▮lab-x/plain-7B", 0));
			const items = await until("a list", async () => {
				const found = await readCompletions(document.uri, selection.active);
				return found.length > 0 && found;
			});
			assert.ok(items.length > 0);
			const at = selection.active.translate(0, 3);
			assert.match(await readHover(document.uri, at), /lab\\-x\/plain\\-7B/, language);
		});
	}

	it("is pinned where a commit has a place", async function () {
		this.timeout(60_000);
		for (const [language, writeId] of languages) {
			const { document } = await openText(language, writeId("lab-x/plain-7B", ids.length - 1));
			const finding = await until("notPinned", () => findIn(document, "notPinned", "lab-x/plain-7B"));
			await applyFix(document.uri, finding, "Pin to its present commit");
			assert.match(document.getText(), /[0-9a-f]{40}/, language);
			await until("no notPinned", () => findIn(document, "notPinned", "lab-x/plain-7B") === undefined);
		}
	});

	it("takes the lock's commit where another is written", async () => {
		const other = "2".repeat(40);
		const text = `m = AutoModel.from_pretrained("lab-x/coded-7B", revision="${other}")\n`;
		const { document } = await openText("python", text);
		const finding = await until("pinDiffers", () => findIn(document, "pinDiffers", "lab-x/coded-7B"));
		await applyFix(document.uri, finding, /^Pin to 11111111/);
		assert.equal(document.getText(), text.replace(other, commit));
	});

	it("is silent after an exception with a reason, which stands in the policy", async () => {
		const { document } = await openText("python", 'm = AutoModel.from_pretrained("lab-x/research-7B")\n');
		const finding = await until("licenseForbidden", () =>
			findIn(document, "licenseForbidden", "lab-x/research-7B"),
		);
		await answering([{ type: "Only for the paper" }], () =>
			applyFix(document.uri, finding, "Add an exception to the policy…"),
		);
		await until("no finding", () => findIn(document, "licenseForbidden", "lab-x/research-7B") === undefined);
		const written = new TextDecoder().decode(
			await vscode.workspace.fs.readFile(locateFile(".openmodels.json")),
		);
		assert.match(written, /"Only for the paper"/);
		await write(".openmodels.json", JSON.stringify(policy));
	});

	it("is found in the cells of a notebook, in commands too", async () => {
		const notebook = await vscode.workspace.openNotebookDocument(
			"jupyter-notebook",
			new vscode.NotebookData([
				new vscode.NotebookCellData(
					vscode.NotebookCellKind.Code,
					'!hf download lab-x/older-7B\nm = AutoModel.from_pretrained("lab-x/pickled-7B")',
					"python",
				),
			]),
		);
		await vscode.window.showNotebookDocument(notebook);
		const { document } = notebook.cellAt(0);
		await until("the cell's model", () => findIn(document, "unsafeWeights", "lab-x/pickled-7B"));
		const finding = await until("the command's", () => findIn(document, "hasSuccessor", "lab-x/older-7B"));
		await applyFix(document.uri, finding, "Write “lab-x/plain-7B”");
		assert.match(document.getText(), /^!hf download lab-x\/plain-7B$/m);
	});

	it("is found in virtual documents", async () => {
		const provider = vscode.workspace.registerTextDocumentContentProvider("open-models-test", {
			provideTextDocumentContent: () => 'm = AutoModel.from_pretrained("lab-x/pickled-7B")\n',
		});
		const uri = vscode.Uri.parse("open-models-test:/virtual.py");
		const document = await vscode.workspace.openTextDocument(uri);
		await vscode.window.showTextDocument(document);
		await until("a finding", () => findIn(document, "unsafeWeights", "lab-x/pickled-7B"));
		assert.match(await readHover(uri, new vscode.Position(0, 35)), /pickled/);
		provider.dispose();
	});

	it("tells of vectors of another length than the store's", async () => {
		const { document } = await openText(
			"python",
			'm = SentenceTransformer("lab-x/vectors-large")\nclient.create_collection("c", VectorParams(size=384))\n',
		);
		await until("embeddingDimension", () => findIn(document, "embeddingDimension", "lab-x/vectors-large"));
	});
});
