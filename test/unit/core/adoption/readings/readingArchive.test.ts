import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../../../../src/core/adoption/derivatives.ts";
import { ReadingArchive } from "../../../../../src/core/adoption/readings/readingArchive.ts";
import { dayMs, nowMs } from "../sampleModel.ts";
import { MemoryFolder } from "./memoryFolder.ts";

const pause = async () => {};

const entry = (key: string, day: number, likes: number) => ({
	key,
	reading: { readAtMs: nowMs + day * dayMs, likes },
});

async function readAll(files: Map<string, Uint8Array>): Promise<Record<string, readonly Reading[]>> {
	const archive = new ReadingArchive(new MemoryFolder(files, 99));
	await archive.refresh();
	return Object.fromEntries(archive.listKeys().map((key) => [key, archive.getReadings(key)]));
}

describe("archive of readings", function () {
	this.timeout(120_000);
	it("keeps what several windows write at once", async () => {
		const files = new Map<string, Uint8Array>();
		const windows = [0, 1, 2].map((window) => new ReadingArchive(new MemoryFolder(files, window)));
		windows.forEach((archive, window) => {
			archive.add([entry("shared", window, window), entry(`own${window}`, 0, 1)]);
		});
		await Promise.all(windows.map((archive) => archive.save()));
		assert.deepEqual(Object.keys(await readAll(files)).sort(), ["own0", "own1", "own2", "shared"]);
		assert.equal((await readAll(files))["shared"]?.length, 3);
		const [first] = windows;
		await first?.refresh();
		assert.equal(first?.getReadings("own2").length, 1);
	});

	it("makes one file of many, and loses nothing when two windows do so at once or one dies in the middle", async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(60), fc.nat(60), fc.scheduler(), async (stepsA, stepsB, scheduler) => {
				const files = new Map<string, Uint8Array>();
				for (let writer = 0; writer < 26; writer++) {
					const archive = new ReadingArchive(new MemoryFolder(files, writer));
					archive.add([entry("a", writer, writer), entry(`b${writer % 5}`, writer, 1)]);
					await archive.save();
				}
				const before = await readAll(files);
				const compactions = [stepsA, stepsB].map(async (steps, i) => {
					const folder = new MemoryFolder(files, 40 + i);
					folder.stepsLeft = steps < 50 ? steps : Number.POSITIVE_INFINITY;
					await scheduler.schedule(Promise.resolve());
					await new ReadingArchive(folder).compact(() => scheduler.schedule(Promise.resolve()));
				});
				await scheduler.waitAll();
				await Promise.all(compactions);
				assert.deepEqual(await readAll(files), before);
			}),
			{ numRuns: 60 },
		);
	});

	it("becomes few files, and leaves a far larger one as it is", async () => {
		const files = new Map<string, Uint8Array>();
		const archive = new ReadingArchive(new MemoryFolder(files, 0));
		archive.add(Array.from({ length: 400 }, (_, model) => entry(`old${model}`, 0, model)));
		await archive.save();
		const [large] = files.keys();
		for (let day = 1; day < 24; day++) {
			archive.add([entry("a", day, day)]);
			await archive.save();
		}
		await archive.compact(pause);
		assert.equal(files.size, 2);
		assert.ok(files.has(large ?? ""));
		assert.equal((await readAll(files))["a"]?.length, 23);
		assert.equal(archive.getReadings("a").length, 23);
	});

	it("keeps to its bounds", async () => {
		const files = new Map<string, Uint8Array>();
		const bounds = { models: 2, readingsPerModel: 10 };
		const archive = new ReadingArchive(new MemoryFolder(files, 0), bounds);
		for (let day = 0; day < 24; day++) {
			archive.add([entry("a", day, day), entry("b", day, day), entry("c", day - 100, day)]);
			await archive.save();
		}
		await archive.compact(pause);
		const kept = await readAll(files);
		assert.deepEqual(Object.keys(kept).sort(), ["a", "b"]);
		assert.deepEqual(
			kept["a"]?.map(({ likes }) => likes),
			[14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
		);
	});

	it("writes no file for what is known of the day, and keeps what could not be written", async () => {
		const files = new Map<string, Uint8Array>();
		const folder = new MemoryFolder(files, 0);
		const archive = new ReadingArchive(folder);
		archive.add([entry("a", 0, 1)]);
		folder.stepsLeft = 0;
		assert.equal(await archive.save(), false);
		assert.equal(archive.getReadings("a").length, 1);
		folder.stepsLeft = Number.POSITIVE_INFINITY;
		assert.equal(await archive.save(), true);
		archive.add([{ key: "a", reading: { readAtMs: nowMs + 3_600_000, likes: 1 } }]);
		assert.equal(await archive.save(), true);
		assert.equal(files.size, 1);
		archive.add([{ key: "a", reading: { readAtMs: nowMs + 7_200_000, likes: 2 } }]);
		await archive.save();
		assert.equal(files.size, 2);
		assert.deepEqual(
			archive.getReadings("a").map(({ likes }) => likes),
			[2],
		);
	});

	it("leaves files alone that are not its own, or that it cannot read", async () => {
		const files = new Map([
			["catalog.json", new Uint8Array([1])],
			["readings-abc.bin", new Uint8Array([1, 2, 3])],
		]);
		const archive = new ReadingArchive(new MemoryFolder(files, 0));
		for (let day = 0; day < 30; day++) {
			archive.add([entry("a", day, day)]);
			await archive.save();
		}
		await archive.compact(pause);
		assert.ok(files.has("catalog.json") && files.has("readings-abc.bin"));
		assert.equal(files.size, 3);
	});

	it("comes within a bound that was lowered, with the models read last and their latest readings", async () => {
		const files = new Map<string, Uint8Array>();
		const writer = new ReadingArchive(new MemoryFolder(files, 0));
		writer.add(["a", "b", "c"].flatMap((key, i) => [1, 2, 3, 4].map((day) => entry(key, day + i, day))));
		await writer.save();
		const bounds = { models: 3, readingsPerModel: 4 };
		const archive = new ReadingArchive(new MemoryFolder(files, 1), bounds);
		await archive.compact(pause);
		assert.equal(archive.listKeys().length, 3);
		bounds.models = 2;
		bounds.readingsPerModel = 2;
		await archive.compact(pause);
		const kept = await readAll(files);
		assert.deepEqual(Object.keys(kept).sort(), ["b", "c"]);
		assert.deepEqual(
			kept["c"]?.map(({ likes }) => likes),
			[3, 4],
		);
		assert.equal(files.size, 1);
	});
});
