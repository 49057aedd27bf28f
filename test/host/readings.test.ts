import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { useHub } from "./hubHarness.ts";
import { answerNotice, notices } from "./taps.ts";

interface ExportedReading {
	readonly id: string;
	readonly name?: string;
	readonly t: string;
	readonly downloads30d?: number;
	readonly downloadsAllTime?: number;
	readonly likes?: number;
}

describe("readings of the Hub's counters", () => {
	useHub();
	let folder: string;

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), "readings-"));
	});
	after(() => rm(folder, { recursive: true }));

	const place = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));
	const importFile = async (name: string, text: string): Promise<void> => {
		await writeFile(join(folder, name), text);
		await vscode.commands.executeCommand("openModels.importReadings", place(name));
	};

	async function exportAll(): Promise<readonly ExportedReading[]> {
		await vscode.commands.executeCommand("openModels.exportReadings", place("out.json"));
		const { readings }: { readings: ExportedReading[] } = JSON.parse(
			await readFile(join(folder, "out.json"), "utf8"),
		);
		return readings;
	}
	const today = (): string => new Date().toISOString().slice(0, 10);

	it("are one a model of the list and day, however often it is refreshed", async () => {
		await vscode.commands.executeCommand("openModels.refreshModels");
		await vscode.commands.executeCommand("openModels.refreshModels");
		const ofToday = (await exportAll()).filter(({ t }) => t.startsWith(today()));
		assert.ok(ofToday.length >= 20, String(ofToday.length));
		assert.equal(new Set(ofToday.map(({ id }) => id)).size, ofToday.length);
		for (const { name, downloads30d, downloadsAllTime, likes } of ofToday) {
			assert.ok(name !== undefined);
			assert.ok((downloads30d ?? downloadsAllTime ?? likes) !== undefined, name);
		}
	});

	it("come back from CSV as they were exported, and a model may be named by its repo id", async () => {
		await importFile("one.csv", "id,t,downloads30d,likes\nQwen/Qwen3-8B,2025-06-01,1234,5\n");
		const [row] = (await exportAll()).filter(({ t }) => t.startsWith("2025-06-01"));
		assert.ok(row);
		assert.match(row.id, /^[0-9a-f]{24}$/);
		assert.deepEqual([row.name, row.downloads30d, row.likes], ["Qwen/Qwen3-8B", 1234, 5]);
		await vscode.commands.executeCommand("openModels.exportReadings", place("out.csv"));
		const csv = await readFile(join(folder, "out.csv"), "utf8");
		const before = await exportAll();
		await importFile("again.csv", csv);
		assert.deepEqual(await exportAll(), before);
	});

	it("say which rows of a file were left out, and why", async () => {
		const notice = await answerNotice(() =>
			importFile(
				"bad.csv",
				"id,t,likes\nQwen/Qwen3-8B,2025-06-02,7\nQwen/Qwen3-8B,someday,7\nQwen/Qwen3-8B,2025-06-03,-1\n",
			),
		);
		assert.equal(notice.kind, "warning");
		assert.match(notice.words, /^Readings imported: 1, of models: 1\. Rows left out: 2\. .*no date/);
	});

	it("are not looked for in a file that holds none, nor in one that is not there", async () => {
		const noReadings = await answerNotice(() => importFile("notes.txt", "a shopping list"));
		assert.equal(noReadings.kind, "error");
		assert.match(noReadings.words, /^notes\.txt holds no readings\./);
		const noFile = await answerNotice(() =>
			vscode.commands.executeCommand("openModels.importReadings", place("nowhere.csv")),
		);
		assert.match(noFile.words, /^nowhere\.csv could not be read\./);
		const shown = notices.length;
		const noFolder = await answerNotice(() =>
			vscode.commands.executeCommand("openModels.exportReadings", place("out.csv/in a file.csv")),
		);
		assert.match(noFolder.words, /^The readings could not be written to /);
		assert.equal(notices.length, shown + 1);
	});
});
