import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ReadingArchive } from "../../../../../src/core/adoption/readings/readingArchive.ts";
import { DiskFolder } from "./diskFolder.ts";
import { countSaves, listEntries } from "./writtenReadings.ts";

const script = fileURLToPath(new URL("writeReadings.ts", import.meta.url));

describe("readings that several processes write into one folder", function () {
	this.timeout(120_000);
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "processes-"));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	/** Runs a writer to its end, or until it has written half of a file, when it is killed. Gives the saves it did. */
	async function runWriter(writer: number, ...death: string[]): Promise<readonly number[]> {
		const child = spawn(process.execPath, ["--import=tsx", script, folder, String(writer), ...death], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const ended = new Promise<string>((resolve) => {
			child.once("exit", (code, signal) => resolve(String(code ?? signal)));
		});
		const saves: number[] = [];
		for await (const line of createInterface({ input: child.stdout })) {
			if (line === "half") {
				child.kill("SIGKILL");
			} else {
				saves.push(Number(line));
			}
		}
		assert.equal(await ended, death.length > 0 ? "SIGKILL" : "0");
		return saves;
	}

	for (const { death, name } of [
		{ death: "part", name: "in a file that was to be renamed" },
		{ death: "place", name: "in a file that already has its name" },
	]) {
		it(`are all there when one of them was killed ${name}`, async () => {
			const saved = await Promise.all([runWriter(0), runWriter(1), runWriter(2, death), runWriter(3)]);
			const [first, second, killed, last] = saved.map(({ length }) => length);
			assert.deepEqual([first, second, last], [countSaves, countSaves, countSaves]);
			assert.ok(killed && killed < countSaves, String(killed));
			const files = readdirSync(folder);
			assert.equal(files.filter((file) => file.endsWith(".part")).length, death === "part" ? 1 : 0);
			assert.ok(files.length < 2 * countSaves, "nobody made one file of many meanwhile");

			const archive = new ReadingArchive(new DiskFolder(folder));
			await archive.refresh();
			const expected = new Map<string, unknown[]>();
			for (const [writer, saves] of saved.entries()) {
				for (const { key, reading } of saves.flatMap((save) => listEntries(writer, save))) {
					expected.set(key, [...(expected.get(key) ?? []), reading]);
				}
			}
			assert.deepEqual(new Set(archive.listKeys()), new Set(expected.keys()));
			for (const [key, readings] of expected) {
				assert.deepEqual(archive.getReadings(key), readings, key);
			}

			archive.add(listEntries(9, 0));
			assert.ok(await archive.save());
			await archive.compact(() => Promise.resolve());
			const reopened = new ReadingArchive(new DiskFolder(folder));
			await reopened.refresh();
			assert.deepEqual(reopened.getReadings("own9-3").length, 1);
			assert.deepEqual(reopened.getReadings("shared").length, (expected.get("shared")?.length ?? 0) + 1);
		});
	}
});
