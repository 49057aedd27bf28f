import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { PickAnswer } from "../../src/core/pick/record/createRecord.ts";
import { parseRecord } from "../../src/core/pick/record/pickRecord.ts";
import type { OpenModelsApi } from "../../src/extension.ts";
import { closeEditors, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { listPanelTitles } from "./panelHarness.ts";
import { answerPicker } from "./person.ts";
import { pickers } from "./taps.ts";
import { until } from "./until.ts";

const first = "Pick a model: what for?";
const sheet = "Pick a model: what it must do";
const last = "Pick a model: Enter inserts its ID";
const toCandidates = /^Show the (one|\d+) candidates?$/;
const workload = "summarize Polish tickets on an 80 GB NVIDIA card, Apache";

describe("the pick for agents and other extensions", () => {
	const stage = useHub();

	const ask = (request: unknown): Thenable<PickAnswer & { readonly error?: string }> =>
		vscode.commands.executeCommand("openModels.pick", request);

	it("answers words with candidates, their reasons, and what was asked", async () => {
		const answer = await ask({ workload });
		assert.ok(answer.candidates.length > 0);
		for (const { license, verdicts } of answer.candidates) {
			assert.equal(license?.id, "apache-2.0");
			assert.ok(verdicts.length === 1 && verdicts.every((verdict) => verdict.answer === "fits"));
		}
		const kinds = answer.sheet.requirements.map(({ kind }) => kind);
		for (const kind of ["task", "license", "language", "target"] as const) {
			assert.ok(kinds.includes(kind), kind);
		}
		assert.ok(answer.trail.length > 1 && answer.data.models > 0);
	});

	it("asks the Hub for few pages, and for none when told so", async () => {
		const before = stage.hub.requests.length;
		await ask({ workload, askHub: false });
		assert.equal(stage.hub.requests.length, before);
		await ask({ workload });
		const asked = stage.hub.requests.length - before;
		assert.ok(asked >= 1 && asked <= 6, String(asked));
	});

	it("reads a file of the workspace, and no other", async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(folder);
		const file = vscode.Uri.joinPath(folder.uri, "asr.py");
		const code = 'from transformers import pipeline\nasr = pipeline("automatic-speech-recognition")\n';
		await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(code));
		try {
			const answer = await ask({ file: "asr.py", line: 2, askHub: false });
			assert.ok(answer.candidates.some(({ repoId }) => /whisper/.test(repoId)));
		} finally {
			await vscode.workspace.fs.delete(file);
		}
		for (const outside of ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "missing.py"]) {
			assert.equal((await ask({ workload, file: outside })).error, "fileNotInWorkspace", outside);
		}
	});

	it("says what is wrong with a request instead of guessing", async () => {
		assert.equal((await ask({ workload: "xyzzy" })).error, "workloadNotUnderstood");
		assert.equal((await ask({ workload: 7 })).error, "badRequest");
		assert.equal((await ask(undefined)).error, "workloadNotUnderstood");
	});

	it("is there for other extensions as a function, too", async () => {
		const extension = vscode.extensions.getExtension<OpenModelsApi>("open-models.open-models");
		assert.ok(extension);
		const answer = await extension.exports.pick({ workload, askHub: false });
		assert.ok(typeof answer === "object" && answer !== null && "candidates" in answer);
	});

	it("is a tool that a language model in the editor can call", async () => {
		const lm: unknown = Reflect.get(vscode, "lm");
		assert.ok(typeof lm === "object" && lm !== null, "this VS Code has no language-model tools");
		const invokeTool: unknown = Reflect.get(lm, "invokeTool");
		assert.ok(typeof invokeTool === "function");
		const tokens = new vscode.CancellationTokenSource();
		const result: unknown = await Reflect.apply(invokeTool, lm, [
			"open_models_pick",
			{ input: { workload }, toolInvocationToken: undefined },
			tokens.token,
		]);
		const text = JSON.stringify(result);
		assert.match(text, /candidates/);
		assert.match(text, /apache-2\.0/);
	});
});

describe("the record of a pick", () => {
	useHub();

	afterEach(closeEditors);

	async function walkToCandidates(): Promise<Thenable<unknown>> {
		const picking = vscode.commands.executeCommand("openModels.pickModel");
		await answerPicker({ title: first, typed: workload, pick: `“${workload}”` });
		await answerPicker({ title: sheet, pick: toCandidates });
		return picking;
	}

	/** The first candidate of the list that is shown, once nothing more is read for it. */
	async function seeBest() {
		const { picker, pressButton } = await until("the candidates", () => {
			const tap = pickers.at(-1);
			const isShown = tap?.picker.title === last && !tap.isClosed && !tap.picker.busy;
			return isShown && tap.picker.items.length > 3 && tap;
		});
		const best = picker.items[picker.items.findIndex(({ label }) => label === "Best match") + 1];
		assert.ok(best);
		return { best, pressButton };
	}

	it("opens as Markdown that is read again, and picking from it says what has changed", async () => {
		await openText("python", 'a = "▮"');
		const walking = walkToCandidates();
		const { best, pressButton } = await seeBest();
		pressButton(best, "Write the Record of This Choice");
		const document = await until("the record", () =>
			vscode.workspace.textDocuments.find(
				({ languageId, isUntitled }) => languageId === "markdown" && isUntitled,
			),
		);
		const record = parseRecord(document.getText());
		assert.equal(record?.choice.repoId, best.label);
		assert.match(document.getText(), /Apache License 2\.0/);
		assert.match(document.getText(), /^\| Why it is here \| .*permissive license/m);
		assert.match(document.getText(), /^\| NVIDIA 80 GiB \| fits /m);
		assert.match(document.getText(), /\| Language: Polish \(pl\) \| must \| /);
		await answerPicker({ title: last });
		await walking;

		await vscode.window.showTextDocument(document);
		const again = vscode.commands.executeCommand("openModels.pickAgain");
		const items = await answerPicker({ title: last });
		await again;
		assert.equal(items[0]?.label, "Since it was recorded");
		assert.equal(items[1]?.label, `${best.label} stands as it was recorded`);
	});

	it("is written without a pointer, too, of whichever candidate is chosen", async () => {
		await openText("python", 'a = "▮"');
		const walking = walkToCandidates();
		const { best } = await seeBest();
		const choosing = answerPicker({ title: last, pick: "Write the Record of a Choice…" });
		await choosing;
		const document = await until("the record", async () => {
			await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
			return vscode.workspace.textDocuments.find(
				({ languageId, isUntitled }) => languageId === "markdown" && isUntitled,
			);
		});
		assert.equal(parseRecord(document.getText())?.choice.repoId, best.label);
		await answerPicker({ title: last });
		await walking;
	});

	it("compares the candidates side by side, and keeps the list", async () => {
		await openText("python", 'a = "▮"');
		const walking = walkToCandidates();
		const { best, pressButton } = await seeBest();
		pressButton(best, "Compare the Candidates");
		await until("the comparison", () => listPanelTitles().some((title) => /^Compare \d Models$/.test(title)));
		await answerPicker({ title: last });
		await walking;
	});

	it("begins with what is known of a model, when something like it is asked for", async () => {
		await openText("python", 'a = "▮"');
		const walking = vscode.commands.executeCommand("openModels.pickSimilar", "openai/whisper-large-v3");
		const items = await answerPicker({ title: sheet, pick: toCandidates });
		const lines = items.map(({ label, description }) => `${label} · ${description}`);
		assert.ok(
			lines.some((line) => /^Task: automatic speech recognition · .*must · you$/.test(line)),
			lines.join("\n"),
		);
		assert.ok(
			lines.some((line) => line.startsWith("In use now: openai/whisper-large-v3")),
			lines.join("\n"),
		);
		const candidates = await answerPicker({ title: last });
		assert.ok(
			candidates.some(({ label }) => /whisper/i.test(label)),
			candidates.map(({ label }) => label).join(),
		);
		await walking;
	});

	it("follows what one change would bring in", async () => {
		await openText("python", 'a = "▮"');
		const words = "chat with 256k tokens on a 1 GB AMD card, MIT";
		const picking = vscode.commands.executeCommand("openModels.pickModel");
		await answerPicker({ title: first, typed: words, pick: `“${words}”` });
		await answerPicker({ title: sheet, pick: /candidate/ });
		const before = await answerPicker({ title: last, pick: /^(With|If|Without) / });
		assert.match(before[0]?.label ?? "", /^No model (?:is known to satisfy|satisfies) everything$/);
		const after = await answerPicker({ title: last });
		await picking;
		assert.ok(after.some(({ label }) => label === "Best match"));
	});

	it("shows who fell at which requirement, and goes back to the list", async () => {
		await openText("python", 'a = "▮"');
		const walking = walkToCandidates();
		await answerPicker({ title: last, pick: /^How many are left/ });
		const labels = await until("who fell", () => {
			const { picker } = pickers.at(-1) ?? {};
			return picker?.title === "Who fell at which requirement" && picker.items.map(({ label }) => label);
		});
		assert.ok(
			labels.some((label) => /^license: [\d,]+ fell, [\d,]+ left$/.test(label)),
			labels.slice(0, 5).join(),
		);
		await until("the list again", async () => {
			await vscode.commands.executeCommand("workbench.action.quickInputBack");
			return pickers.at(-1)?.picker.title === last;
		});
		await answerPicker({ title: last });
		await walking;
	});
});
