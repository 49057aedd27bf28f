import assert from "node:assert/strict";
import * as vscode from "vscode";
import { isRepoId } from "../../src/core/model/repoId.ts";
import { closeEditors, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { answering, answerPicker } from "./person.ts";
import { answerNotice, notices, pickers } from "./taps.ts";
import { until } from "./until.ts";

const first = "Pick a model: what for?";
const sheet = "Pick a model: what it must do";
const last = "Pick a model: Enter inserts its ID";
const toCandidates = /^Show the (one|\d+) candidates?$/;

describe("picking a model for a workload", () => {
	const stage = useHub();

	afterEach(closeEditors);

	const pick = (): Thenable<unknown> => vscode.commands.executeCommand("openModels.pickModel");

	const readLabels = (items: readonly vscode.QuickPickItem[]): string[] => items.map(({ label }) => label);

	it("goes from words to an ID in the code, each candidate with its reason", async () => {
		const editor = await openText("python", 'model = "▮"');
		const picking = pick();
		const words = "summarize Polish tickets on an 80 GB NVIDIA card, Apache";
		await answerPicker({ title: first, typed: words, pick: `“${words}”` });
		const lines = readLabels(await answerPicker({ title: sheet, pick: toCandidates })).join("\n");
		for (const requirement of [/^License: apache-2\.0/m, /^Language: Polish/m, /^Fits: .*80 GiB/m]) {
			assert.match(lines, requirement);
		}
		const items = await until("candidates", () => {
			const { picker } = pickers.at(-1) ?? {};
			return picker?.title === last && picker.items.length > 0 && picker.items;
		});
		const best = items[(items.findIndex(({ label }) => label === "Best match") ?? 0) + 1];
		assert.ok(best && isRepoId(best.label) && best.detail && best.description?.includes("Apache-2.0"));
		assert.match(items[0]?.detail ?? "", /^\d.* → \d/);
		await answerPicker({ title: last, pick: best.label });
		await picking;
		assert.equal(editor.document.getText(), `model = "${best.label}"`);
	});

	it("reads the workload from the file, and says where", async () => {
		const editor = await openText(
			"python",
			'from transformers import pipeline\n\nasr = pipeline("automatic-speech-recognition", model="▮")\n',
		);
		const picking = pick();
		const items = await until("what was read", () => {
			const { picker } = pickers.at(-1) ?? {};
			return picker?.title === first && picker.items;
		});
		assert.match(items[0]?.description ?? "", /^case-\d+:3$/);
		await answerPicker({ title: first, pick: items[0]?.label ?? "" });
		await answerPicker({ title: sheet, pick: toCandidates });
		await answerPicker({ title: last, pick: /whisper/ });
		await picking;
		assert.match(editor.document.getText(), /model="openai\/whisper-[\w.-]+"\)/);
	});

	it("changes a requirement, and shows at once what that leaves", async () => {
		await openText("python", "▮");
		const { result } = await answering([{ pick: "128k tokens" }], async () => {
			const picking = pick();
			await answerPicker({ title: first, typed: "chat in English", pick: "“chat in English”" });
			const before = await answerPicker({ title: sheet, pick: /^Context of/ });
			const after = await answerPicker({ title: sheet });
			await picking;
			return { before, after };
		});
		const readLeft = (items: readonly vscode.QuickPickItem[]): number => {
			const line = items.find(({ label }) => label.startsWith("Context of"));
			return Number(/^([\d,]+) left/.exec(line?.description ?? "")?.[1]?.replace(",", ""));
		};
		assert.ok(readLabels(result.after).includes("Context of 128k tokens"));
		assert.ok(readLeft(result.after) < readLeft(result.before));
		assert.match(
			result.after.find(({ label }) => label === "Context of 128k tokens")?.description ?? "",
			/ · you$/,
		);
	});

	it("has a way back, and Escape leaves everything as it was", async () => {
		const editor = await openText("python", 'a = "▮"');
		const picking = pick();
		await answerPicker({ title: first, typed: "translate", pick: "“translate”" });
		const { picker } = await until("the sheet", () => {
			const tap = pickers.at(-1);
			return tap?.picker.title === sheet && tap;
		});
		await until("the first step again", async () => {
			await vscode.commands.executeCommand("workbench.action.quickInputBack");
			return pickers.at(-1)?.picker.title === first;
		});
		assert.notEqual(pickers.at(-1)?.picker, picker);
		await answerPicker({ title: first });
		await picking;
		assert.equal(editor.document.getText(), 'a = ""');
	});

	it("is no dead end where nothing satisfies everything", async () => {
		await openText("python", "▮");
		const words = "chat with 256k tokens on a 1 GB AMD card, MIT";
		const picking = pick();
		await answerPicker({ title: first, typed: words, pick: `“${words}”` });
		await answerPicker({ title: sheet, pick: /candidate/ });
		const labels = readLabels(await answerPicker({ title: last }));
		await picking;
		assert.match(labels[0] ?? "", /^No model (?:is known to satisfy|satisfies) everything$/);
		assert.ok(labels.includes("Just out of reach") || labels.includes("Well known, and why not"));
		assert.ok(labels.some(isRepoId));
	});

	it("says what is not known where few are left, and takes it in by one press", async () => {
		await openText("python", "▮");
		const words = "chat in Icelandic and Welsh, MIT license";
		const picking = pick();
		await answerPicker({ title: first, typed: words, pick: `“${words}”` });
		await answerPicker({ title: sheet, pick: /candidate/ });
		const before = await answerPicker({
			title: last,
			pick: "Include those that state no languages",
		});
		const at = readLabels(before).indexOf("Include those that state no languages");
		assert.equal(before[at - 1]?.label, "Not stated, which is not no");
		assert.match(before[at]?.description ?? "", /^\d+ more$/);
		assert.match(before[at]?.detail ?? "", /\//);
		assert.match(before[0]?.label ?? "", /^No model is known to satisfy everything$|step by step/);
		const after = await answerPicker({ title: last });
		await picking;
		assert.ok(readLabels(after).includes("Best match"));
		assert.ok(after.some(({ detail }) => detail?.includes("language not stated") === true));
		assert.ok(!readLabels(after).includes("Include those that state no languages"));
	});

	it("works from what is known while the Hub fails, without a word", async () => {
		stage.hub.setFaults([{ match: "/api/", status: 500 }]);
		const before = notices.length;
		const editor = await openText("python", 'a = "▮"');
		const picking = pick();
		await answerPicker({ title: first, pick: "Chat or answer questions" });
		await answerPicker({ title: sheet, pick: toCandidates });
		await answerPicker({ title: last, pick: /\// });
		await picking;
		assert.match(editor.document.getText(), /^a = "[\w-]+\/[\w.-]+"$/);
		assert.equal(notices.length, before);
	});

	it("keeps the choice on the clipboard where there is no editor", async () => {
		let chosen = "";
		const notice = await answerNotice(async () => {
			const picking = pick();
			await answerPicker({ title: first, typed: "text embeddings", pick: "“text embeddings”" });
			await answerPicker({ title: sheet, pick: toCandidates });
			const items = await answerPicker({ title: last, pick: /\// });
			chosen = items.find(({ label }) => label.includes("/"))?.label ?? "";
			await picking;
		});
		assert.equal(notice.kind, "warning");
		assert.equal(await vscode.env.clipboard.readText(), chosen);
	});
});
