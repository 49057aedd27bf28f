import { weightFormats } from "../../model/artifact.ts";
import { relations } from "../../model/relation.ts";
import { nameMonth } from "../months.ts";
import type { ChartColumn, ChartId, EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { codeRows, groupRows, spreadBits } from "./groups.ts";
import { findMeanOf, findMedianOf } from "./summaries.ts";

/** Names that have a line of their own; the others are one. */
const mostNames = 5;

/** Mean and median of the total parameters of the models created in each month. */
export function chartSizes(frame: EcosystemFrame): EcosystemChart {
	const { axis, rows, scratch } = frame;
	const isKnown = (row: number): boolean =>
		(frame.months[row] ?? -1) >= 0 && !Number.isNaN(frame.parameters[row] ?? Number.NaN);
	let unknown = 0;
	const codes = codeRows(rows, scratch, (row) => {
		if (!isKnown(row)) {
			unknown++;
			return -1;
		}
		return Math.max(-1, (frame.months[row] ?? -1) - axis.first);
	});
	const groups = groupRows(rows, codes, axis.length);
	return {
		id: "sizes",
		kind: "line",
		columns: [
			{ id: "meanParameters", unit: "parameters" },
			{ id: "medianParameters", unit: "parameters" },
		],
		rows: Array.from({ length: axis.length }, (_, month) => {
			const members = groups.members(month);
			return {
				key: nameMonth(axis.first + month),
				values: [findMeanOf(frame.parameters, members), findMedianOf(frame.parameters, members)],
				members: [members],
			};
		}),
		counted: frame.rows.length - unknown,
		unknown,
	};
}

/** Models created in each month, by what was made of their base model; base models have their own line. */
export function chartRelations(frame: EcosystemFrame): EcosystemChart {
	const columns = ["base", ...relations].map((id): ChartColumn => ({ id, unit: "models" }));
	const lines = codeRows(frame.rows, frame.scratch, (row) => (frame.relations[row] ?? -2) + 1);
	return chartLines(frame, "relations", columns, frame.rows, lines, frame.rows.length);
}

/** Models created in each month by license, the most frequent ones; one that is not stated has its own line. */
export function chartLicenses(frame: EcosystemFrame): EcosystemChart {
	const { words, codes } = frame.licenses;
	const own = codeRows(frame.rows, frame.scratch, (row) => {
		const code = codes[row] ?? -1;
		return code < 0 ? words.length : code;
	});
	return chartNames(frame, "licenses", [...words, "notStated"], frame.rows, own);
}

/** Models created in each month by weight format; a model can have several. */
export function chartFormats(frame: EcosystemFrame): EcosystemChart {
	const { rows, codes } = spreadBits(frame.rows, (row) => frame.formats[row] ?? 0);
	return chartNames(frame, "formats", weightFormats, rows, codes);
}

function chartNames(
	frame: EcosystemFrame,
	id: ChartId,
	names: readonly string[],
	rows: Int32Array,
	codes: Int32Array,
): EcosystemChart {
	const counts = new Int32Array(names.length);
	for (const code of codes) {
		counts[code] = (counts[code] ?? 0) + 1;
	}
	const shown = names
		.map((name, code) => ({ name, code, count: counts[code] ?? 0 }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
		.slice(0, mostNames);
	const lineOf = new Int32Array(names.length).fill(shown.length);
	shown.forEach(({ code }, line) => {
		lineOf[code] = line;
	});
	const columns = [
		...shown.map(({ name }): ChartColumn => ({ id: name, unit: "models", isName: name !== "notStated" })),
		{ id: "others", unit: "models" } as const,
	];
	for (let at = 0; at < codes.length; at++) {
		codes[at] = lineOf[codes[at] ?? -1] ?? -1;
	}
	return chartLines(frame, id, columns, rows, codes, frame.rows.length);
}

/** A line a column and a point a month; `lines` are along `rows`, where a row can stand several times, and are written over. */
function chartLines(
	frame: EcosystemFrame,
	id: ChartId,
	columns: readonly ChartColumn[],
	rows: Int32Array,
	lines: Int32Array,
	models: number,
): EcosystemChart {
	const { axis } = frame;
	const told = new Uint8Array(frame.models.length);
	let counted = 0;
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at] ?? 0;
		const month = frame.months[row] ?? -1;
		const line = lines[at] ?? -1;
		const isTold = month >= 0 && line >= 0;
		if (isTold && told[row] === 0) {
			counted++;
			told[row] = 1;
		}
		lines[at] = isTold && month >= axis.first ? line * axis.length + month - axis.first : -1;
	}
	const groups = groupRows(rows, lines, columns.length * axis.length);
	return {
		id,
		kind: "line",
		columns,
		rows: Array.from({ length: axis.length }, (_, month) => {
			const members = columns.map((_column, line) => groups.members(line * axis.length + month));
			return { key: nameMonth(axis.first + month), values: members.map(({ length }) => length), members };
		}),
		counted,
		unknown: models - counted,
	};
}
