import type { ChartId, ChartRow, EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { groupRows } from "./groups.ts";

/** Models of one kind. */
export interface Bar {
	readonly key: string;
	readonly models: number;
	/** Of those of which they are known. */
	readonly downloads: number;
	readonly members: Int32Array;
}

/** Bars of groups with models in them, by downloads; of the same size in the order of their keys. */
export function makeBars(
	frame: EcosystemFrame,
	rows: Int32Array,
	codes: Int32Array,
	names: readonly string[],
): readonly Bar[] {
	const groups = groupRows(rows, codes, names.length);
	return names
		.map((key, group) => {
			const members = groups.members(group);
			return { key, models: members.length, downloads: sumDownloads(frame, members), members };
		})
		.filter(({ models }) => models > 0)
		.sort((a, b) => b.downloads - a.downloads || b.models - a.models || (a.key < b.key ? -1 : 1));
}

/** A chart of bars with their downloads, the share in all of them, and how many models they are. */
export function makeBarChart(
	id: ChartId,
	bars: readonly Bar[],
	most: number,
	counted: number,
	unknown: number,
): EcosystemChart {
	const total = bars.reduce((sum, { downloads }) => sum + downloads, 0);
	return {
		id,
		kind: "bar",
		columns: [
			{ id: "downloads", unit: "downloads" },
			{ id: "shareOfDownloads", unit: "share" },
			{ id: "models", unit: "models" },
		],
		rows: bars.slice(0, most).map(
			({ key, models, downloads, members }): ChartRow => ({
				key,
				values: [downloads, total > 0 ? downloads / total : undefined, models],
				members: [members],
			}),
		),
		counted,
		unknown,
	};
}

/** Downloads of rows, as far as they are known. */
export function sumDownloads({ downloads }: EcosystemFrame, rows: Int32Array): number {
	let sum = 0;
	for (const row of rows) {
		const each = downloads[row] ?? Number.NaN;
		sum += Number.isNaN(each) ? 0 : each;
	}
	return sum;
}
