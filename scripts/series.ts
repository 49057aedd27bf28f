import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { groupSeries, parseSeriesLine, type SeriesLine } from "../src/core/adoption/seriesLine.ts";
import { reportSeries } from "../src/core/adoption/seriesReport.ts";
import { formatReport } from "./series/formatReport.ts";

const usage = `Usage: npm run series -- FILE
  FILE  dated readings, one JSON object a line: { "id", "t", "dl30", "likes", "all"?, "createdAt"? }
        in any order; "t" is ISO 8601, or seconds or milliseconds since the epoch
Prints one JSON object a model:
  { "id", "days", "stalls": [[from, to]], "jumps": [[t, ratio]], "growth", "momentum", "flags" }`;

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

async function main(paths: readonly string[]): Promise<void> {
	const [path] = paths;
	if (path === undefined || paths.length > 1 || path.startsWith("--")) {
		console.error(usage);
		process.exitCode = 1;
		return;
	}
	const { lines, unreadable } = await readLines(path);
	if (unreadable.length > 0) {
		const shown = unreadable.slice(0, 5).join(", ");
		const more = unreadable.length > 5 ? ", …" : "";
		console.error(
			`Left out what is no reading (an id, a time, counters from 0 up): ${unreadable.length} lines of ${path}, line ${shown}${more}`,
		);
	}
	if (lines.length === 0) {
		throw new Error(`${path} holds no readings.`);
	}
	for (const report of reportSeries(groupSeries(lines))) {
		console.log(formatReport(report));
	}
}

async function readLines(path: string): Promise<{ lines: SeriesLine[]; unreadable: number[] }> {
	const lines: SeriesLine[] = [];
	const unreadable: number[] = [];
	let number = 0;
	for await (const text of createInterface({
		input: createReadStream(path, "utf8"),
		crlfDelay: Number.POSITIVE_INFINITY,
	})) {
		number++;
		const line = text.trim() === "" ? undefined : parseSeriesLine(text);
		if (line !== undefined) {
			lines.push(line);
		} else if (text.trim() !== "") {
			unreadable.push(number);
		}
	}
	return { lines, unreadable };
}
