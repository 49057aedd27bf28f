import assert from "node:assert/strict";
import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { openFile, placeCursor, runCommand, saveAndRead, waitForText } from "./editor.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

const workloadTitle = "Pick a model: what for?";
const sheetTitle = "Pick a model: what it must do";
const candidatesTitle = "Pick a model: Enter inserts its ID";

/** VS Code's own key for the button “Back” on this machine. */
const backKey = { darwin: "Control+-", win32: "Alt+ArrowLeft" }[String(process.platform)] ?? "Control+Alt+-";

describe("Pick a Model for This Workload, by keyboard alone", () => {
	let hub: HubServer;
	let workbench: Workbench;
	let box: QuickPick;

	before(async () => {
		hub = await startHub();
		workbench = await openWorkbench({
			folder: join(checkoutDir, "test/workbench/sample"),
			hubUrl: hub.url,
		});
		box = new QuickPick(workbench.page);
		await openFile(workbench.page, "summarize.py");
		await waitForText(workbench.page, 'MODEL_ID = ""');
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	async function startPick(): Promise<void> {
		await runCommand(workbench.page, "Open Models: Pick a Model for This Workload");
		await box.waitFor(workloadTitle);
	}

	async function goToSheet(words: string): Promise<void> {
		await startPick();
		await typeWords(words);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
	}

	/** Types the words and goes to the line that says how they were understood, which it gives. */
	async function typeWords(words: string): Promise<string> {
		await box.type(words);
		await until(
			"what was understood",
			() => box.listRows(),
			(all) => all.some((row) => row.startsWith(`“${words}”`)),
		);
		await box.goTo(`“${words}”`);
		return box.readActive();
	}

	async function leave(): Promise<void> {
		await box.press("Escape");
		await box.waitUntilGone();
	}

	/** "39 left": of the line that begins so. */
	async function readLeft(start: string): Promise<number> {
		const line = (await box.listRows()).find((row) => row.startsWith(start)) ?? "";
		const [, count = ""] = /([\d,]+) left/.exec(line) ?? [];
		return Number(count.replaceAll(",", ""));
	}

	it("reads the workload from the file, and Enter three times puts an ID where the cursor is", async () => {
		await placeCursor(workbench.page, 5, 13);
		await startPick();
		await until(
			"what was read",
			() => box.readActive(),
			(active) => /^Summarize or extract from text, summarize\.py:\d+/.test(active),
		);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		await until(
			"the count",
			() => box.readActive(),
			(active) => /^Show the \d candidates, of \d+ models known/.test(active),
		);
		await box.press("Enter");
		await box.waitFor(candidatesTitle);
		const active = await until(
			"the best match",
			() => box.readActive(),
			(row) => /^[^,]+\/[^,]+,/.test(row),
		);
		const best = active.slice(0, active.indexOf(","));
		const rows = (await box.listRows()).join("\n");
		assert.match(rows, /How many are left, step by step/);
		assert.deepEqual((await box.listHeadings()).slice(0, 2), ["Best match", "Alternatives"]);
		await box.press("Enter");
		await box.waitUntilGone();
		await saveAndRead(workbench, "summarize.py", `MODEL_ID = "${best}"`);
		await workbench.page.keyboard.press("ControlOrMeta+Z");
		await saveAndRead(workbench, "summarize.py", 'MODEL_ID = ""');
	});

	it("understands plain words, and says what", async () => {
		await startPick();
		const active = await typeWords("summarize Polish support tickets on an 8 GB AMD card, must be Apache");
		for (const part of ["Summarize or extract from text", "pl", "AMD", "apache-2.0"]) {
			assert.ok(active.includes(part), `“${part}” is not in “${active}”`);
		}
		assert.match(active, /[78](\.\d)? Gi?B/);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		const rows = (await box.listRows()).join("\n");
		assert.match(rows, /License: apache-2\.0, .*your words/);
		assert.match(rows, /Languages: pl, .*your words/);
		assert.match(rows, /Fits: AMD .*your words/);
		await leave();
	});

	it("says so when it understands nothing, and Enter then leads nowhere", async () => {
		await startPick();
		await box.type("qwrtzpsdfg");
		await until(
			"the answer",
			() => box.listRows(),
			([first = ""]) => first.includes("Nothing of this was understood"),
		);
		await leave();
	});

	it("goes back at each step", async () => {
		await goToSheet("chat");
		await box.press("Enter");
		await box.waitFor(candidatesTitle);
		await box.press(backKey);
		await box.waitFor(sheetTitle);
		await box.press(backKey);
		await box.waitFor(workloadTitle);
		await leave();
	});

	it("is silent when it is given up", async () => {
		await goToSheet("chat");
		await leave();
		assert.equal(await workbench.page.locator(".notification-toast").count(), 0);
	});

	it("counts anew when the license changes", async () => {
		await goToSheet("chat");
		const before = await readLeft("License:");
		await box.choose("License:");
		await box.waitFor("Which licenses are acceptable?");
		await box.goTo("conditions");
		await box.press("Space");
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		assert.ok((await readLeft("License: permissive")) < before);
		await leave();
	});

	it("counts anew when languages are asked for", async () => {
		await goToSheet("chat");
		const before = await readLeft("License:");
		await box.choose("Languages:");
		await box.waitFor("Which languages must it handle?");
		await box.type("Polish");
		await until(
			"Polish",
			() => box.listRows(),
			(all) => all.some((row) => row.startsWith("Polish")),
		);
		await box.goTo("Polish");
		await box.press("Space");
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		const left = await until(
			"the count",
			() => readLeft("Languages: pl"),
			(count) => count > 0,
		);
		assert.ok(left < before);
		await leave();
	});

	it("counts anew when the context grows", async () => {
		await goToSheet("chat");
		const before = await readLeft("Context of");
		await box.choose("Context of");
		await box.waitFor("How much text must fit");
		await box.choose("256k tokens");
		await box.waitFor(sheetTitle);
		assert.ok((await readLeft("Context of 256k tokens")) < before);
		await leave();
	});

	it("judges by no target when none is checked", async () => {
		await goToSheet("chat on an 8 GB AMD card");
		const before = await readLeft("Fits: AMD");
		await box.choose("Fits: AMD");
		await box.waitFor("Which machines must it fit on?");
		await box.goTo("AMD 8 GiB");
		await box.press("Space");
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		const rows = (await box.listRows()).join("\n");
		assert.match(rows, /Fits: not judged, no target chosen/);
		assert.ok(before > 0);
		await leave();
	});

	it("has no dead end: with no candidate it says why, and what is nearest", async () => {
		await goToSheet("summarize Polish on a 1 GB NVIDIA card, Apache");
		await box.press("Enter");
		await box.waitFor(candidatesTitle);
		const rows = (await box.listRows()).join("\n");
		assert.match(rows, /step by step|No model satisfies everything/);
		assert.match((await box.listHeadings()).join(), /Just out of reach|Well known, and why not/);
		await leave();
	});

	it("answers from disk while the Hub is slow", async () => {
		hub.setFaults([{ match: "/api/", delayMs: 15_000 }]);
		await goToSheet("transcribe speech");
		await box.press("Enter");
		await box.waitFor(candidatesTitle);
		await until(
			"the best match",
			() => box.readActive(),
			(row) => /^[^,]+\/[^,]+,/.test(row),
		);
		await leave();
		hub.clearFaults();
	});

	it("breaks no content policy", () => assertNoPolicyErrors(workbench));
});
