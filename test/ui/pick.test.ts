import assert from "node:assert/strict";
import { openFile, placeCursor, saveAndRead, waitForEditorFocus, waitForText } from "./editor.ts";
import {
	candidatesTitle,
	goToCandidates,
	goToSheetOf,
	sheetTitle,
	startPick,
	workloadTitle,
} from "./pickSteps.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import type { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

/** VS Code's own key for the button “Back” on this machine. */
const backKey = { darwin: "Control+-", win32: "Alt+ArrowLeft" }[String(process.platform)] ?? "Control+Alt+-";

describe("Pick a Model for This Workload, by keyboard alone", () => {
	const sample = useSample();
	let box: QuickPick;

	before(async () => {
		box = sample.box;
		await openFile(sample.page, "summarize.py");
		await waitForText(sample.page, 'MODEL_ID = ""');
	});

	// What a test that failed has left must not be in the way of the next.
	afterEach(async () => {
		sample.hub.clearFaults();
		await box.leave();
	});

	async function goToSheet(words: string): Promise<void> {
		await startPick(sample.page, box);
		await typeWords(words);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
	}

	/** Types the words and goes to the line that says how they were understood, which it gives. */
	async function typeWords(words: string): Promise<string> {
		await box.typeByKey(words);
		await until(
			"what was understood",
			() => box.listRows(),
			(all) => all.some((row) => row.startsWith(`“${words}”`)),
		);
		await box.goTo(`“${words}”`);
		return box.readActive();
	}

	/** "39 left": of the line that begins so. */
	async function readLeft(start: string, isRight = (count: number): boolean => count > 0): Promise<number> {
		return until(
			`how many are left after “${start}”`,
			async () => {
				const line = (await box.listRows()).find((row) => row.startsWith(start)) ?? "";
				const [, count = ""] = /([\d,]+) left/.exec(line) ?? [];
				return Number(count.replaceAll(",", ""));
			},
			isRight,
		);
	}

	/** Waits until a line of the sheet is there. */
	async function waitForRows(patterns: readonly RegExp[]): Promise<void> {
		await until(
			`${patterns.join(", ")} in the sheet`,
			async () => (await box.listRows()).join("\n"),
			(shown) => patterns.every((pattern) => pattern.test(shown)),
		);
	}

	it("reads the workload from the file, and Enter three times puts an ID where the cursor is", async () => {
		await placeCursor(sample.page, 5, 13);
		await startPick(sample.page, box);
		await goToSheetOf("summarize.py", box);
		const best = await goToCandidates(box);
		await waitForRows([/How many are left, step by step/]);
		assert.deepEqual((await box.listHeadings()).slice(0, 2), ["Best match", "Alternatives"]);
		await box.press("Enter");
		await box.waitUntilGone();
		await saveAndRead(sample.workbench, "summarize.py", `MODEL_ID = "${best}"`);
		await waitForEditorFocus(sample.page);
		await sample.page.keyboard.press("ControlOrMeta+Z");
		await saveAndRead(sample.workbench, "summarize.py", 'MODEL_ID = ""');
	});

	it("understands plain words, and says what", async () => {
		await startPick(sample.page, box);
		const active = await typeWords("summarize Polish support tickets on an 8 GB AMD card, must be Apache");
		for (const part of ["Summarize text", "pl", "AMD", "apache-2.0"]) {
			assert.ok(active.includes(part), `“${part}” is not in “${active}”`);
		}
		assert.match(active, /[78](\.\d)? Gi?B/);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		await waitForRows([
			/License: apache-2\.0, .*your words/,
			/Language: Polish \(pl\), .*your words/,
			/Fits: AMD, 8 GiB, .*your words/,
		]);
	});

	it("says so when it understands nothing, and Enter then leads nowhere", async () => {
		await startPick(sample.page, box);
		await box.typeByKey("qwrtzpsdfg");
		await until(
			"the answer",
			() => box.listRows(),
			([first = ""]) => first.includes("Nothing of this was understood"),
		);
	});

	it("lists what is asked for in the order in which it eliminates, so that each line leaves fewer", async () => {
		await goToSheet("chat on an 8 GB AMD card, must be Apache");
		await readLeft("Fits: AMD");
		const left = (await box.listRows()).flatMap((row) => /([\d,]+) left/.exec(row)?.[1] ?? []);
		const counts = left.map((count) => Number(count.replaceAll(",", "")));
		assert.ok(counts.length >= 4, `${counts}`);
		assert.deepEqual(
			counts,
			[...counts].sort((one, other) => other - one),
		);
	});

	it("says why a model is not on the list, and goes back to the best match when its name is taken away", async () => {
		await goToSheet("chat on an 8 GB AMD card");
		const best = await goToCandidates(box);
		await box.typeByKey("whisper-large");
		await until(
			"why not",
			async () => (await box.listRows()).join("\n"),
			(shown) => shown.includes("made for another task"),
		);
		await box.type("");
		await until(
			"the best match",
			() => box.readActive(),
			(active) => active.startsWith(`${best},`),
		);
	});

	it("goes back at each step", async () => {
		await goToSheet("chat");
		await box.press("Enter");
		await box.waitFor(candidatesTitle);
		await box.press(backKey);
		await box.waitFor(sheetTitle);
		await box.press(backKey);
		await box.waitFor(workloadTitle);
	});

	it("is silent when it is given up", async () => {
		await goToSheet("chat");
		await box.leave();
		assert.equal(await sample.page.locator(".notification-toast").count(), 0);
	});

	it("counts anew when the license changes", async () => {
		await goToSheet("chat");
		const before = await readLeft("License:");
		await box.choose("License:");
		await box.waitFor("Which licenses are acceptable?");
		await box.setChecked("conditions", false);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		await readLeft("License: permissive", (count) => count > 0 && count < before);
	});

	it("counts anew when languages are asked for", async () => {
		await goToSheet("chat");
		const before = await readLeft("License:");
		await box.choose("Add a requirement…");
		await box.waitFor("What else must it do?");
		await box.choose("Languages…");
		await box.waitFor("Which languages must it handle?");
		await box.type("Polish");
		await until(
			"Polish",
			() => box.listRows(),
			(all) => all.some((row) => row.startsWith("Polish")),
		);
		await box.setChecked("Polish", true);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		await readLeft("Language: Polish (pl)", (count) => count > 0 && count < before);
	});

	it("counts anew when the context grows", async () => {
		await goToSheet("chat");
		const before = await readLeft("Context of");
		await box.choose("Context of");
		await box.waitFor("How much text must fit");
		await box.choose("256k tokens");
		await box.waitFor(sheetTitle);
		await readLeft("Context of 256k tokens", (count) => count > 0 && count < before);
	});

	it("judges by no target when none is checked", async () => {
		await goToSheet("chat on an 8 GB AMD card");
		await readLeft("Fits: AMD");
		await box.choose("Fits: AMD");
		await box.waitFor("Which machines must it fit on?");
		await box.setChecked("AMD, 8 GiB", false);
		await box.press("Enter");
		await box.waitFor(sheetTitle);
		await waitForRows([/Fits: not judged, no target chosen/]);
	});

	it("has no dead end: with no candidate it says why, and what is nearest", async () => {
		await goToSheet("summarize Polish on a 1 GB NVIDIA card, Apache");
		await box.press("Enter");
		await box.waitFor(candidatesTitle);
		await waitForRows([/step by step|No model (is known to satisfy|satisfies) everything/]);
		assert.match((await box.listHeadings()).join(), /Just out of reach|Well known, and why not/);
	});

	/** From the code through all steps to the ID in it, which is taken back. */
	async function goAllTheWay(): Promise<void> {
		await placeCursor(sample.page, 5, 13);
		await startPick(sample.page, box);
		await goToSheetOf("summarize.py", box);
		const best = await goToCandidates(box);
		await box.press("Enter");
		await box.waitUntilGone();
		await saveAndRead(sample.workbench, "summarize.py", `MODEL_ID = "${best}"`);
		await waitForEditorFocus(sample.page);
		await sample.page.keyboard.press("ControlOrMeta+Z");
		await saveAndRead(sample.workbench, "summarize.py", 'MODEL_ID = ""');
	}

	const troubles: readonly (readonly [string, Parameters<typeof sample.hub.setFaults>[0]])[] = [
		["is slow", [{ match: "/api/", delayMs: 60_000 }]],
		["fails", [{ match: "/api/", status: 500 }]],
		["drops the connection", [{ match: "/api/", dropConnection: true }]],
		["answers with half of what it announces", [{ match: "/api/", truncateBody: true }]],
	];
	for (const [trouble, faults] of troubles) {
		it(`goes all the way from what is on disk while the Hub ${trouble}`, async () => {
			sample.hub.setFaults(faults);
			await goAllTheWay();
		});
	}

	it("goes all the way while nothing answers at the Hub's address", async () => {
		await sample.hub.close();
		await goAllTheWay();
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
