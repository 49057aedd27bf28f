import table from "./publishedResults.json" with { type: "json" };

/** One benchmark's results as `parseEvaluations` reads them. */
export interface PublishedSeries {
	readonly benchmark: string;
	readonly task: string;
	readonly higherIsBetter: true;
	readonly date: string;
	readonly source: string;
	readonly values: Readonly<Record<string, number>>;
}

/** The results of public leaderboards that are kept with the project, by benchmark; see their `source` and `matching`. */
export function listPublishedSeries(): Readonly<Record<string, PublishedSeries>> {
	const series = table.suites.flatMap(({ source, date, benchmarks, results }) => {
		const lines = results.map((line) => line.split(" "));
		return Object.entries(benchmarks).map(([benchmark, task], column): PublishedSeries => {
			const values = lines.flatMap(([repoId = "", ...cells]) => {
				const cell = cells[column] ?? "-";
				return cell === "-" ? [] : [[repoId, Number(cell)] as const];
			});
			return {
				benchmark,
				task,
				higherIsBetter: true,
				date,
				source,
				values: Object.fromEntries(values),
			};
		});
	});
	return Object.fromEntries(series.map((each) => [each.benchmark, each]));
}
