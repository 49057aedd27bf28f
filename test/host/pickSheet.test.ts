import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, locateFile, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { answering, answerPicker } from "./person.ts";
import { type PickerTap, pickers } from "./taps.ts";
import { until } from "./until.ts";

const first = "Pick a model: what for?";
const sheet = "Pick a model: what it must do";
const last = "Pick a model: Enter inserts its ID";
const policyName = ".openmodels.json";

describe("the sheet of a pick", () => {
	useHub();

	afterEach(async () => {
		await closeEditors();
		await remove(policyName);
		await remove("requirements.txt");
	});

	const pick = (): Thenable<unknown> => vscode.commands.executeCommand("openModels.pickModel");

	async function write(name: string, text: string): Promise<void> {
		await vscode.workspace.fs.writeFile(locateFile(name), new TextEncoder().encode(text));
	}

	async function remove(name: string): Promise<void> {
		const uri = locateFile(name);
		await vscode.workspace.fs.stat(uri).then(
			() => vscode.workspace.fs.delete(uri),
			() => undefined,
		);
	}

	/** Goes to the sheet of some words. Its promise ends with the pick. */
	async function goToSheet(words: string): Promise<{ readonly picking: Thenable<unknown> }> {
		const picking = pick();
		await answerPicker({ title: first, typed: words, pick: `“${words}”` });
		return { picking };
	}

	/** The step that is shown, once it has all its lines. */
	function seeStep(title: string): Promise<PickerTap> {
		return until(`the step “${title}”`, () => {
			const tap = pickers.at(-1);
			return (
				tap?.picker.title === title && !tap.isClosed && !tap.picker.busy && tap.picker.items.length > 2 && tap
			);
		});
	}

	/** A line of the sheet, once it says what is wanted of it. */
	function seeLine(
		tap: PickerTap,
		label: RegExp,
		isRight: (line: vscode.QuickPickItem) => boolean = () => true,
	): Promise<vscode.QuickPickItem> {
		return until(`${label} among ${tap.picker.items.map((item) => item.label).join(", ")}`, () => {
			const line = tap.picker.items.find((item) => label.test(item.label));
			return line !== undefined && isRight(line) && line;
		});
	}

	it("turns a line from must to prefer and back by its button, and says what each leaves", async () => {
		const { picking } = await goToSheet("chat in Polish, Apache");
		const tap = await seeStep(sheet);
		const must = await seeLine(tap, /^License: apache-2\.0/);
		assert.match(must.description ?? "", /^[\d,]+ left · must · /);
		tap.pressButton(must, "Must or Prefer");
		const preferred = await seeLine(tap, /^License: apache-2\.0/, ({ description }) =>
			/^prefer · /.test(description ?? ""),
		);
		tap.pressButton(preferred, "Must or Prefer");
		const again = await seeLine(tap, /^License: apache-2\.0/, ({ description }) =>
			/left · must · /.test(description ?? ""),
		);
		assert.equal(again.description?.split(" · ")[0], must.description?.split(" · ")[0]);
		await answerPicker({ title: sheet });
		await picking;
	});

	it("takes a line out by its button, which lets more models through", async () => {
		const { picking } = await goToSheet("chat in Polish and Welsh, Apache");
		const tap = await seeStep(sheet);
		const welsh = await seeLine(tap, /Welsh/);
		const readLeft = ({ description }: vscode.QuickPickItem) =>
			Number(/^([\d,]+) left/.exec(description ?? "")?.[1]?.replaceAll(",", ""));
		const before = readLeft(welsh);
		tap.pressButton(welsh, "Remove This Requirement");
		await until("Welsh is gone", () => !tap.picker.items.some(({ label }) => /Welsh/.test(label)));
		const polish = await seeLine(tap, /Polish/);
		assert.ok(readLeft(polish) > before, `${before}, then ${polish.description}`);
		await answerPicker({ title: sheet });
		await picking;
	});

	it("locks what the repository's policy asks for", async () => {
		await write(policyName, JSON.stringify({ licenses: { allow: ["mit"] } }));
		await openText("python", 'a = "▮"');
		const { picking } = await until("the policy in the sheet", async () => {
			const started = await goToSheet("chat in English");
			const tap = await seeStep(sheet);
			if (tap.picker.items.some(({ description }) => description?.endsWith(policyName))) {
				return started;
			}
			await answerPicker({ title: sheet });
			await started.picking;
			return undefined;
		});
		const tap = await seeStep(sheet);
		const locked = await seeLine(tap, /^License: mit/);
		assert.match(locked.description ?? "", /must · \.openmodels\.json$/);
		assert.deepEqual(locked.buttons ?? [], []);
		const { questions } = await answering([{ pick: "Back to the sheet" }], async () => {
			await answerPicker({ title: sheet, pick: locked.label });
			await seeStep(sheet);
		});
		assert.equal(questions[0]?.title, `${policyName} asks for this, so it cannot be changed here`);
		const items = await answerPicker({ title: sheet });
		assert.ok(items.some(({ label }) => label === locked.label));
		await picking;
	});

	it("is kept for the workspace, as it was changed", async () => {
		const { picking } = await goToSheet("translate into Danish, MIT");
		const tap = await seeStep(sheet);
		tap.pressButton(await seeLine(tap, /^License: mit/), "Must or Prefer");
		await seeLine(tap, /^License: mit/, ({ description }) => /^prefer/.test(description ?? ""));
		await answerPicker({ title: sheet, pick: /candidate/ });
		await answerPicker({ title: last });
		await picking;

		const again = pick();
		const items = await answerPicker({ title: first, pick: "Go on with the last sheet" });
		const saved = items.find(({ label }) => label === "Go on with the last sheet");
		assert.match(saved?.detail ?? "", /^Translate text · .*Danish/);
		const lines = await answerPicker({ title: sheet });
		await again;
		assert.match(lines.find(({ label }) => label === "License: mit")?.description ?? "", /^prefer/);
	});

	it("reads the workspace's manifests where no file is open", async () => {
		await write("requirements.txt", "fastapi\nfaster-whisper>=1.1\n");
		const picking = pick();
		const { picker } = await until("what the manifest says", () => {
			const tap = pickers.at(-1);
			const isRead = tap?.picker.items.some(({ description }) => description === "requirements.txt:2");
			return tap?.picker.title === first && isRead === true && tap;
		});
		assert.equal(picker.items[0]?.label, "Transcribe speech");
		await answerPicker({ title: first });
		await picking;
	});
});

describe("a language model that reads the words of a pick", () => {
	useHub();

	const lm: unknown = Reflect.get(vscode, "lm");
	const isThere = typeof lm === "object" && lm !== null;
	const select: unknown = isThere ? Reflect.get(lm, "selectChatModels") : undefined;
	const asked: unknown[] = [];

	before(() => assert.ok(typeof select === "function", "this VS Code offers no language models"));

	/** A language model as VS Code hands it out, of which only the answer is made up. */
	function offer(reply: string): void {
		asked.length = 0;
		const model = {
			name: "Test Model",
			sendRequest: (messages: unknown) => {
				asked.push(messages);
				return Promise.resolve({
					text: (async function* () {
						yield reply.slice(0, 7);
						yield reply.slice(7);
					})(),
				});
			},
		};
		assert.ok(isThere && Reflect.set(lm, "selectChatModels", () => Promise.resolve([model])));
	}

	afterEach(async () => {
		assert.ok(isThere && Reflect.set(lm, "selectChatModels", select));
		await closeEditors();
	});

	const words = "etwas, das Protokolle kürzt";
	const ask = "Let Test Model read these words";

	/** Lets it read the words. Its promise ends with the pick. */
	async function propose(): Promise<{ readonly picking: Thenable<unknown> }> {
		const picking = vscode.commands.executeCommand("openModels.pickModel");
		await until("the offer of a language model", () => {
			const { picker } = pickers.at(-1) ?? {};
			return picker?.title === first && !picker.busy;
		});
		await answerPicker({ title: first, typed: words, pick: ask });
		return { picking };
	}

	it("is asked only when it is chosen, gets the words alone, and proposes a sheet that can be edited", async () => {
		offer(
			`Here it is: {"requirements":[
				{"kind":"task","value":"summarization","strength":"must","from":"text"},
				{"kind":"language","value":"de","strength":"must","from":"text"},
				{"kind":"license","value":"anything","strength":"must","from":"policy"},
				{"kind":"nonsense","value":1,"strength":"must","from":"text"}]}`,
		);
		await openText("python", 'secret = "of nobody\'s business"▮');
		const typed = vscode.commands.executeCommand("openModels.pickModel");
		await answerPicker({ title: first, typed: words });
		await typed;
		assert.equal(asked.length, 0);

		const { picking } = await propose();
		const lines = await answerPicker({ title: sheet });
		await picking;
		assert.equal(asked.length, 1);
		const sent = JSON.stringify(asked);
		assert.ok(sent.includes("Protokolle") && !sent.includes("nobody's business"));
		const labels = lines.map(({ label }) => label).join("\n");
		assert.match(labels, /^Language: German/m);
		assert.doesNotMatch(labels, /anything|nonsense/);
		assert.ok(lines.find(({ label }) => /German/.test(label))?.buttons?.length === 2);
	});

	it("that answers no sheet leads back to the words", async () => {
		offer("I would rather talk about the weather.");
		const { picking } = await propose();
		await until("the first step again", () => {
			const tap = pickers.at(-1);
			return tap?.picker.title === first && !tap.isClosed;
		});
		await answerPicker({ title: first });
		await picking;
	});
});
