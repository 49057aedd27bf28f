import { measureAttention } from "../../catalog/attention.ts";
import { dayMs } from "../days.ts";
import { findMedian } from "../median.ts";
import { computeMomentum } from "../momentum.ts";
import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { codeRows, groupRows, listLargestGroups } from "./groups.ts";
import { findMedianOf } from "./summaries.ts";

/** Weeks after release that the curve shows. */
const mostWeeks = 52;
const weekMs = 7 * dayMs;

/** A median of fewer models is chance. */
const leastModels = 5;

/** Makers and models that are shown. */
const mostMakers = 30;
const mostRising = 50;

/** Cadence is of the year up to the newest model. */
const cadenceDays = 365;

/**
 * How attention moves after release: the median trending score of the models that were so many weeks old when they were
 * read, and their median downloads a day. Models of all ages at one time, not one model over time.
 */
export function chartAttention(frame: EcosystemFrame): EcosystemChart {
	let unknown = 0;
	const perDay = new Float64Array(frame.models.length);
	const codes = codeRows(frame.rows, frame.scratch, (row) => {
		const ageMs = (frame.readAtMs[row] ?? Number.NaN) - (frame.createdAtMs[row] ?? Number.NaN);
		if (!(ageMs >= 0) || Number.isNaN(frame.scores[row] ?? Number.NaN)) {
			unknown++;
			return -1;
		}
		const week = Math.floor(ageMs / weekMs);
		if (week > mostWeeks) {
			return -1;
		}
		// A counter that looks back 30 days saw a younger model for its age only.
		perDay[row] = (frame.downloads[row] ?? Number.NaN) / Math.min(30, Math.max(1, ageMs / dayMs));
		return week;
	});
	const groups = groupRows(frame.rows, codes, mostWeeks + 1);
	return {
		id: "attention",
		kind: "line",
		columns: [
			{ id: "medianTrendingScore", unit: "score" },
			{ id: "medianDownloadsPerDay", unit: "downloads" },
		],
		rows: Array.from({ length: mostWeeks + 1 }, (_, week) => {
			const members = groups.members(week);
			const counted = members.filter((row) => !Number.isNaN(perDay[row] ?? Number.NaN));
			return {
				key: String(week),
				values: [
					members.length < leastModels ? undefined : findMedianOf(frame.scores, members),
					counted.length < leastModels ? undefined : findMedianOf(perDay, counted),
				],
				members: [members],
			};
		}),
		counted: frame.rows.length - unknown,
		unknown,
	};
}

/** Releases of base models in the last year by owner, and the median days between two of them. */
export function chartCadence(frame: EcosystemFrame): EcosystemChart {
	let newestMs = 0;
	for (const row of frame.rows) {
		newestMs = Math.max(newestMs, frame.createdAtMs[row] || 0);
	}
	const sinceMs = newestMs - cadenceDays * dayMs;
	let unknown = 0;
	const codes = codeRows(frame.rows, frame.scratch, (row) => {
		const relation = frame.relations[row] ?? -2;
		const createdAtMs = frame.createdAtMs[row] ?? Number.NaN;
		if (relation === -2 || Number.isNaN(createdAtMs)) {
			unknown++;
			return -1;
		}
		return relation === -1 && createdAtMs > sinceMs ? (frame.owners.codes[row] ?? -1) : -1;
	});
	const groups = groupRows(frame.rows, codes, frame.owners.words.length);
	const rows = listLargestGroups(frame.owners.words, groups, mostMakers).map(({ key, group, count }) => {
		const members = groups.members(group);
		return { key, values: [count, findMedianStep(frame.createdAtMs, members)], members: [members] };
	});
	return {
		id: "cadence",
		kind: "bar",
		columns: [
			{ id: "releases", unit: "models" },
			{ id: "daysBetween", unit: "days" },
		],
		rows,
		counted: frame.rows.length - unknown,
		unknown,
	};
}

/**
 * What has most attention now: its score as of the newest reading (halved for each week since its own), downloads, likes,
 * and momentum where it is defined.
 */
export function chartRising(frame: EcosystemFrame): EcosystemChart {
	const top: { row: number; attention: number }[] = [];
	// One reading for all: what is asked of each row is over before the next one.
	const counters = { trendingScore: 0 };
	const reading = { counters, readAtMs: Number.NaN };
	let attention = 0;
	let known = 0;
	let newestMs = 0;
	for (const row of frame.rows) {
		const trendingScore = frame.scores[row] ?? Number.NaN;
		if (Number.isNaN(trendingScore)) {
			continue;
		}
		known++;
		newestMs = Math.max(newestMs, frame.readAtMs[row] ?? 0);
		const readAtMs = frame.readAtMs[row] ?? 0;
		// Most scores are 0 and were read together.
		if (trendingScore !== counters.trendingScore || readAtMs !== reading.readAtMs) {
			counters.trendingScore = trendingScore;
			reading.readAtMs = readAtMs;
			attention = measureAttention(reading) ?? 0;
		}
		const isFull = top.length === mostRising;
		if (!isFull || attention > (top.at(-1)?.attention ?? 0)) {
			const place = top.findIndex((other) => other.attention < attention);
			top.splice(place === -1 ? top.length : place, 0, { row, attention });
			top.length = Math.min(top.length, mostRising);
		}
	}
	const newest = measureAttention({ counters: { trendingScore: 0 }, readAtMs: newestMs }) ?? 0;
	const rows = top.flatMap(({ row, attention }) => {
		const model = frame.models[row];
		if (model === undefined) {
			return [];
		}
		const { trendingScore, downloads30d, likes } = model.counters;
		const momentum = computeMomentum(model, model.readAtMs)?.value;
		// The scale of `measureAttention` back to that of the score.
		const score = Math.max(0, 2 ** (attention - newest) - 1);
		const values = [score, trendingScore, downloads30d, likes, momentum];
		return [{ key: model.repoId, values, members: [Int32Array.of(row)] }];
	});
	return {
		id: "rising",
		kind: "bar",
		columns: [
			{ id: "attention", unit: "score" },
			{ id: "trendingScore", unit: "score" },
			{ id: "downloads", unit: "downloads" },
			{ id: "likes", unit: "likes" },
			{ id: "momentum", unit: "ratio" },
		],
		rows,
		counted: known,
		unknown: frame.rows.length - known,
	};
}

function findMedianStep(times: Float64Array, rows: Int32Array): number | undefined {
	const sorted = Float64Array.from(rows, (row) => times[row] ?? 0).sort();
	return findMedian([...sorted.subarray(1)].map((time, i) => (time - (sorted[i] ?? time)) / dayMs));
}
