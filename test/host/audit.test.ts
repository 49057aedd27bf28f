import assert from "node:assert/strict";
import { mkdir, rm, writeFile as writeToDisk } from "node:fs/promises";
import * as vscode from "vscode";
import { auditBudget } from "../../src/core/audit/readModelFacts.ts";
import type { Lock } from "../../src/core/policy/lock.ts";
import { locateFile, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { readHover } from "./languageHarness.ts";
import { notices, readView } from "./taps.ts";
import { findRow, listRows, press, readDescription, readLabel } from "./tree.ts";
import { until } from "./until.ts";
import { readFileText, removeFile, writeFile } from "./workspaceFiles.ts";

const folderName = "audited";
const crowd = 5_000;

/** What the view calls a model. */
function nameOf(repoId: string): string {
	return repoId.slice(repoId.indexOf("/") + 1);
}

/** Codes of what the Problems say of a file. */
function listProblems(name: string): unknown[] {
	return vscode.languages.getDiagnostics(locateFile(name)).map(({ code }) => code);
}

describe("an audit of the workspace", () => {
	const stage = useHub();

	const audit = (): Thenable<unknown> => vscode.commands.executeCommand("openModels.auditWorkspace");
	const listModels = async (): Promise<readonly string[]> =>
		(await listRows(stage.api.workspace)).map(readLabel);
	const readRow = async (repoId: string): Promise<string> =>
		readDescription(findRow(await listRows(stage.api.workspace), nameOf(repoId)));

	beforeEach(async () => {
		await writeFile(
			`${folderName}/app.py`,
			`from transformers import AutoModel\nAutoModel.from_pretrained("CohereLabs/aya-expanse-8b")\n`,
		);
		await writeFile(`${folderName}/serve.sh`, "vllm serve qwen/qwen3-8b\n");
		await writeFile(`${folderName}/values.yaml`, "model_id: Qwen/Qwen3-8B\n");
		await writeFile(
			`${folderName}/node_modules/other/app.py`,
			`AutoModel.from_pretrained("openai/gpt-oss-20b")\n`,
		);
	});

	afterEach(async () => {
		for (const name of [
			folderName,
			".openmodels.json",
			"openmodels.lock",
			"report.sarif",
			"report.cdx.json",
		]) {
			await removeFile(name);
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});

	it("lists what the code uses, with license, pin and places, and leads there", async () => {
		await audit();
		assert.deepEqual(await listModels(), ["aya-expanse-8b", "Qwen3-8B"]);
		assert.equal(
			await readRow("Qwen/Qwen3-8B"),
			"Another name on the Hub · Qwen · Apache-2.0 · not pinned · 2 uses",
		);
		assert.match(readView("openModels.workspace").message ?? "", /^Models used: 2 · files: \d+ · /);
		const qwen = findRow(await listRows(stage.api.workspace), "Qwen3-8B");
		const below = await listRows(stage.api.workspace, qwen.node);
		assert.deepEqual(below.map(readLabel).slice(-2), [
			`${folderName}/serve.sh:1`,
			`${folderName}/values.yaml:1`,
		]);
		await press(findRow(below, `${folderName}/values.yaml:1`));
		await until("the file", () => vscode.window.activeTextEditor?.document.uri.path.endsWith("values.yaml"));
		const { activeTextEditor } = vscode.window;
		assert.equal(activeTextEditor?.document.getText(activeTextEditor.selection), "Qwen/Qwen3-8B");
	});

	it("tells of files that are not open among the Problems", async () => {
		await writeFile(
			".openmodels.json",
			`{ "licenses": { "forbidClasses": ["nonCommercial"] }, "nobody": true }`,
		);
		await audit();
		await until("the license", () => listProblems(`${folderName}/app.py`).includes("licenseForbidden"));
		assert.ok(listProblems(`${folderName}/serve.sh`).includes("renamed"));
		await until("the policy's own", () =>
			vscode.languages
				.getDiagnostics(locateFile(".openmodels.json"))
				.some(({ message }) => message.includes("nobody")),
		);
		assert.match(
			await readRow("CohereLabs/aya-expanse-8b"),
			/^License against the policy · CohereLabs · cc-by-nc-4\.0/,
		);
	});

	it("judges anew when the policy changes, without asking the Hub again", async () => {
		await audit();
		stage.hub.clearRequests();
		await writeFile(".openmodels.json", `{ "organizations": { "forbid": ["Qwen"] } }`);
		await until("the new verdict", async () =>
			/^Owner against the policy/.test(await readRow("Qwen/Qwen3-8B")),
		);
		assert.deepEqual(
			stage.hub.requests.filter(({ path }) => path.startsWith("/api/models/")),
			[],
		);
	});

	it("leaves out what the policy leaves out, and others' code, when they are saved too", async () => {
		await writeFile(".openmodels.json", `{ "exclude": ["examples/"] }`);
		await audit();
		for (const name of ["examples/demo.py", "node_modules/theirs/demo.py", "own.py"]) {
			const path = `${folderName}/${name}`;
			await writeFile(path, "");
			const document = await vscode.workspace.openTextDocument(locateFile(path));
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, new vscode.Position(0, 0), `AutoModel.from_pretrained("BAAI/bge-m3")\n`);
			await vscode.workspace.applyEdit(edit);
			await document.save();
		}
		const row = await until("the file that counts", async () =>
			(await listRows(stage.api.workspace)).find((each) => readLabel(each) === "bge-m3"),
		);
		const below = (await listRows(stage.api.workspace, row.node)).map(readLabel);
		assert.ok(
			below.some((label) => label.includes("own.py")),
			below.join(),
		);
		assert.ok(!below.some((label) => label.includes("demo.py")), below.join());
	});

	it("asks the Hub once for each model and ancestor, and not again a moment later", async () => {
		await audit();
		stage.hub.clearRequests();
		await audit();
		assert.deepEqual(
			stage.hub.requests.filter(({ path }) => path.startsWith("/api/models/")),
			[],
		);
	});

	it("pins every model with its license and the hashes of its files, and tells what changed since", async () => {
		await vscode.commands.executeCommand("openModels.pinModels");
		const lock: Lock = JSON.parse(await readFileText("openmodels.lock"));
		assert.deepEqual(
			lock.models.map(({ id, license }) => [id, license?.id]),
			[
				["CohereLabs/aya-expanse-8b", "cc-by-nc-4.0"],
				["Qwen/Qwen3-8B", "apache-2.0"],
			],
		);
		const weights = lock.models[1]?.files?.find(({ path }) => path.endsWith(".safetensors"));
		assert.match(weights?.sha256 ?? "", /^[0-9a-f]{64}$/);
		await until("the pin in the view", async () =>
			/ · pinned at [0-9a-f]{8} · /.test(await readRow("Qwen/Qwen3-8B")),
		);

		await vscode.commands.executeCommand("openModels.checkPins");
		await until("that nothing changed", () =>
			notices.some(({ words }) => /^Nothing has changed of 2/.test(words)),
		);

		const pinned = lock.models[1]?.revision;
		stage.hub.patchModel("Qwen/Qwen3-8B", {
			sha: "f".repeat(40),
			refs: [{ name: pinned }],
			tags: ["license:llama3.1"],
		});
		try {
			await vscode.commands.executeCommand("openModels.checkPins");
			await until("that one changed", () =>
				notices.some(({ words }) => /^Pinned models that changed: 1 of 2\./.test(words)),
			);
			const row = findRow(await listRows(stage.api.workspace), "Qwen3-8B");
			const below = (await listRows(stage.api.workspace, row.node)).map(readLabel);
			assert.ok(below.includes("License changed since the pin"), below.join());
			assert.ok(below.includes("Changed since the pin"), below.join());
			const codes = ["licenseChanged", "pinMoved"];
			await until("it among the Problems", () =>
				codes.every((code) => listProblems("openmodels.lock").includes(code)),
			);
			const document = await vscode.workspace.openTextDocument(locateFile("openmodels.lock"));
			for (const { range } of vscode.languages.getDiagnostics(document.uri)) {
				assert.equal(document.getText(range), "Qwen/Qwen3-8B");
			}

			// The commit is gone: nothing at the Hub has that name any more.
			stage.hub.patchModel("Qwen/Qwen3-8B", { refs: [] });
			await vscode.commands.executeCommand("openModels.checkPins");
			await until("that the pin is broken", () => listProblems("openmodels.lock").includes("pinBroken"));
		} finally {
			stage.hub.patchModel("Qwen/Qwen3-8B", { sha: pinned, tags: ["license:apache-2.0"] });
		}
	});

	it("is written as the kind of report that the file's name says", async () => {
		await audit();
		await vscode.commands.executeCommand("openModels.exportAudit", locateFile("report.sarif"));
		assert.equal(JSON.parse(await readFileText("report.sarif")).version, "2.1.0");
		await vscode.commands.executeCommand("openModels.exportAudit", locateFile("report.cdx.json"));
		assert.equal(JSON.parse(await readFileText("report.cdx.json")).specVersion, "1.6");
	});

	it("goes through five thousand files within its budget of requests, while the editor answers", async function () {
		this.timeout(180_000);
		const folder = locateFile("crowd").fsPath;
		await mkdir(folder, { recursive: true });
		await Promise.all(
			Array.from({ length: crowd }, (_, i) =>
				writeToDisk(`${folder}/part${i}.py`, `m = AutoModel.from_pretrained("lab-${i % 600}/crowded-7B")\n`),
			),
		);
		try {
			stage.hub.clearRequests();
			const { document } = await openText("python", 'm = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n');
			let isDone = false;
			const auditing = Promise.resolve(audit()).then(() => {
				isDone = true;
			});
			// Whatever comes first: both must come, and what is typed meanwhile must be there.
			let typed = 0;
			while (!isDone && typed < 200) {
				const edit = new vscode.WorkspaceEdit();
				edit.insert(document.uri, new vscode.Position(1, 0), "x = 1\n");
				assert.ok(await vscode.workspace.applyEdit(edit));
				typed += 1;
				assert.match(await readHover(document.uri, new vscode.Position(0, 35)), /Qwen3/);
			}
			await auditing;
			assert.equal(document.getText().split("x = 1").length - 1, typed);
			assert.ok(typed > 0);
			const asked = stage.hub.requests.filter(({ path }) => path.startsWith("/api/models/")).length;
			assert.ok(asked > 0 && asked <= auditBudget + 2, `${asked} requests`);
			const { message = "" } = readView("openModels.workspace");
			assert.match(message, /^Models used: 60\d · files: 5,0\d\d · /);
			assert.match(message, /not read/);
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	it("works from what is known when the Hub does not answer, and says so", async () => {
		await writeFile(`${folderName}/app.py`, `AutoModel.from_pretrained("facebook/never-heard-of-it")\n`);
		stage.hub.setFaults([{ match: "never-heard-of-it", status: 503 }]);
		await audit();
		await until("the row", async () => (await readRow("facebook/never-heard-of-it")) !== "");
		assert.match(await readRow("facebook/never-heard-of-it"), /^facebook · not read/);
		await until("the warning", () =>
			notices.some(({ words }) => /^Not every model could be checked/.test(words)),
		);
	});
});
