import * as v from "valibot";
import { makeBarChart, makeBars } from "./barChart.ts";
import table from "./communities.json" with { type: "json" };
import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { codeRows, spreadBits } from "./groups.ts";

const schema = v.object({
	asOf: v.string(),
	communities: v.record(v.string(), v.object({ tasks: v.array(v.string()), libraries: v.array(v.string()) })),
});

const communities = Object.entries(v.parse(schema, table).communities);

const mostTasks = 40;

/** Models and downloads by task. */
export function chartTasks(frame: EcosystemFrame): EcosystemChart {
	const { codes, words } = frame.tasks;
	const own = codeRows(frame.rows, frame.scratch, (row) => codes[row] ?? -1);
	const unknown = own.reduce((count, code) => (code < 0 ? count + 1 : count), 0);
	const bars = makeBars(frame, frame.rows, own, words);
	return makeBarChart("tasks", bars, mostTasks, frame.rows.length - unknown, unknown);
}

/**
 * Models and downloads of sub-communities, by the tasks and libraries that they gather around; a model can be of several,
 * so that shares are of what is told, not of all. One whose task and library are unknown is of none that could
 * be told.
 */
export function chartCommunities(frame: EcosystemFrame): EcosystemChart {
	const ofTask = findBits(frame.tasks.words, ({ tasks }) => tasks);
	const ofLibrary = findBits(frame.libraries.words, ({ libraries }) => libraries);
	let unknown = 0;
	const { rows, codes } = spreadBits(frame.rows, (row) => {
		const task = frame.tasks.codes[row] ?? -1;
		const library = frame.libraries.codes[row] ?? -1;
		unknown += task < 0 && library < 0 ? 1 : 0;
		return (task < 0 ? 0 : (ofTask[task] ?? 0)) | (library < 0 ? 0 : (ofLibrary[library] ?? 0));
	});
	const names = communities.map(([name]) => name);
	const bars = makeBars(frame, rows, codes, names);
	return makeBarChart("communities", bars, names.length, frame.rows.length - unknown, unknown);
}

/** A bit for each community that gathers around a word. */
function findBits(
	words: readonly string[],
	listWords: (community: { tasks: readonly string[]; libraries: readonly string[] }) => readonly string[],
): Int32Array {
	return Int32Array.from(words, (word) =>
		communities.reduce(
			(bits, [, community], at) => (listWords(community).includes(word) ? bits | (1 << at) : bits),
			0,
		),
	);
}
