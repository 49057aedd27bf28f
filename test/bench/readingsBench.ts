import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reading } from "../../src/core/adoption/derivatives.ts";
import { ReadingArchive, type ReadingFolder } from "../../src/core/adoption/readings/readingArchive.ts";
import { encodeReadingFile, packBlock } from "../../src/core/adoption/readings/readingFile.ts";
import { type Bench, findMedian, makeFigure } from "./benchFigure.ts";
import { makeSeededRandom } from "./seededRandom.ts";

const models = 5_000;
const days = 1_096;
const budgetMb = 20;
const loadBudgetMs = 100;
/** Models that a first screen of the sidebar shows. */
const shownModels = 24;

const dayMs = 86_400_000;
const firstDay = Math.floor(Date.UTC(2023, 10, 21) / dayMs);

/** Downloads in 30 days at the 5th, 25th, 50th, 75th, 90th and 99th percentile of 1,000 trending models (2026-05-04). */
const downloadSteps = [1, 931, 14_178, 180_438, 1_234_769, 20_474_507];

/** Three years of daily readings of 5,000 models in a file: its size, and the time until a first screen has its own. */
export const readingsBench: Bench = {
	name: "readings",
	async *measure() {
		const folder = await mkdtemp(join(tmpdir(), "readings-"));
		try {
			const bytes = encodeFile();
			await writeFile(join(folder, "readings-0.bin"), bytes);
			yield makeFigure("readings.size", bytes.length / 1e6, "MB", budgetMb);
			const loadMs: number[] = [];
			for (let round = 0; round < 5; round++) {
				loadMs.push(await timeLoad(folder));
			}
			console.error(
				`readings.load: ${loadMs.map((ms) => ms.toFixed(0)).join(", ")} ms, ${shownModels} models unpacked`,
			);
			yield makeFigure("readings.load", findMedian(loadMs), "ms", loadBudgetMs);
		} finally {
			await rm(folder, { recursive: true });
		}
	},
};

function encodeFile(): Uint8Array {
	const random = makeSeededRandom(20_261_121);
	return encodeReadingFile(
		new Map(Array.from({ length: models }, (_, i) => [makeKey(i), packBlock(makeReadings(random))] as const)),
	);
}

async function timeLoad(path: string): Promise<number> {
	const startedAt = performance.now();
	const archive = new ReadingArchive(openFolder(path));
	await archive.refresh();
	let readings = 0;
	for (let i = 0; i < shownModels; i++) {
		readings += archive.getReadings(makeKey(i * 97)).length;
	}
	const elapsedMs = performance.now() - startedAt;
	if (readings !== shownModels * days) {
		throw new Error(`${readings} readings came back of ${shownModels * days}.`);
	}
	return elapsedMs;
}

function openFolder(path: string): ReadingFolder {
	return {
		listNames: async () => ["readings-0.bin"],
		readBytes: (name) => readFile(join(path, name)),
		writeBytes: async () => false,
		removeFile: async () => {},
		createRandomId: () => "0",
	};
}

function makeKey(index: number): string {
	return index.toString(16).padStart(24, "0");
}

/**
 * A model's readings: downloads a day with a week's rhythm, a slow drift and noise of 15 %, a 30-day counter that on one
 * day in twenty is not the sum of them, and a time of day that nothing foretells.
 */
function makeReadings(random: () => number): Reading[] {
	const level = drawLevel(random);
	const perDay: number[] = [];
	const counts = { all: level * (1 + 20 * random()), likes: Math.sqrt(level) / 4, quantized: 3, finetune: 2 };
	const likesPerDay = Math.sqrt(level) / 400;
	const readings: Reading[] = [];
	let drift = 1;
	for (let day = -30; day < days; day++) {
		drift *= 1 + 0.01 * (random() - 0.5);
		const weekend = day % 7 === 0 || day % 7 === 1 ? 0.75 : 1;
		const gained = Math.round((level / 30) * drift * weekend * (1 + 0.15 * drawNormal(random)));
		perDay.push(Math.max(0, gained));
		counts.all += perDay.at(-1) ?? 0;
		counts.likes += random() < likesPerDay % 1 ? Math.ceil(likesPerDay) : Math.floor(likesPerDay);
		counts.quantized += random() < 0.03 ? 1 : 0;
		counts.finetune += random() < 0.03 ? 1 : 0;
		if (day < 0) {
			continue;
		}
		const sum = perDay.slice(-30).reduce((total, each) => total + each, 0);
		readings.push({
			readAtMs: (firstDay + day) * dayMs + Math.floor(random() * 96) * 900_000,
			downloads30d: random() < 0.05 ? Math.round(sum * (1 + 0.02 * random())) : sum,
			downloadsAllTime: Math.round(counts.all),
			likes: Math.round(counts.likes),
			trendingScore: random() < 0.1 ? Math.floor(random() * 5) : 0,
			derivatives: { finetune: counts.finetune, adapter: 1, merge: 0, quantized: counts.quantized },
		});
	}
	return readings;
}

function drawLevel(random: () => number): number {
	const at = random() * (downloadSteps.length - 1);
	const low = downloadSteps[Math.floor(at)] ?? 1;
	const high = downloadSteps[Math.floor(at) + 1] ?? low;
	return low * (high / low) ** (at % 1);
}

function drawNormal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
