import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { readSheet, type SheetInput } from "../../../../../src/core/pick/sheet/readSheet.ts";
import type { Requirement } from "../../../../../src/core/pick/sheet/requirement.ts";
import { isSource, rankSource } from "../../../../../src/core/pick/sheet/sources.ts";

/** Strength, kind, value and, for code, where it comes from; several lines that say the same are parted by `|`. */
const rowSchema = v.union([
	v.tuple([v.string(), v.string(), v.unknown(), v.string()]),
	v.tuple([v.string(), v.string(), v.unknown()]),
]);
const textsSchema = v.array(v.object({ text: v.string(), sheet: v.array(rowSchema) }));
const caseSchema = v.object({
	path: v.string(),
	line: v.optional(v.number()),
	text: v.optional(v.string()),
	sheet: v.array(rowSchema),
});

/**
 * `tuned`: the first rules were made with them; `held`: kept apart then; `strangers` and those after it: written down before the
 * rules were run on them, and read for what the rules lacked only after they had been counted.
 */
export const workloadSets = [
	"tuned",
	"held",
	"strangers",
	"strangers2",
	"strangers3",
	"strangers4",
	"strangers5",
	"strangers6",
	"strangers7",
	"strangers8",
	"strangers9",
	"strangers10",
	"strangers11",
	"strangers12",
	"strangers13",
	"strangers14",
	"strangers15",
	"strangers16",
	"strangers17",
	"strangers18",
	"strangers19",
	"strangers20",
	"strangers21",
	"strangers22",
	"strangers23",
	"strangers24",
	"strangers25",
	"strangers26",
	"strangers27",
	"strangers28",
	"strangers30",
	"strangers31",
] as const;
export type WorkloadSet = (typeof workloadSets)[number];

/** A workload, and the sheet that it must give. */
export interface Workload {
	readonly name: string;
	readonly set: WorkloadSet;
	readonly input: SheetInput;
	readonly wanted: readonly v.InferOutput<typeof rowSchema>[];
}

/** How a sheet differs from the one that it must be. */
export interface SheetDifference {
	readonly missing: readonly string[];
	readonly extra: readonly string[];
}

const root = fileURLToPath(new URL("../../../../corpus/workloads", import.meta.url));

/** All workloads, set by set. */
export function readWorkloads(): readonly Workload[] {
	return workloadSets.flatMap((set) => {
		const folder = join(root, set);
		const texts = v.parse(textsSchema, JSON.parse(readFileSync(join(folder, "texts.json"), "utf8")));
		return [
			...texts.map(({ text, sheet }) => ({ name: text, set, input: { text }, wanted: sheet })),
			...readdirSync(folder)
				.filter((name) => existsSync(join(folder, name, "sheet.json")))
				.map((name) => readCase(folder, name, set)),
		];
	});
}

/** What a workload's sheet lacks, and what it says beside. */
export function compareSheet({ input, wanted }: Workload): SheetDifference {
	const got = readSheet(input).requirements.map((each) => ({ each, key: keyOf(each) }));
	const left = new Set(got);
	const missing: string[] = [];
	for (const [strength, kind, value, from = "text"] of wanted) {
		const key = stringify([strength, kind, value]);
		const found = [...left].find(
			(other) => other.key === key && from.split("|").includes(nameOrigin(other.each)),
		);
		if (found === undefined) {
			missing.push(`${key} ${from}`);
		} else {
			left.delete(found);
		}
	}
	return { missing, extra: [...left].map(({ each, key }) => `${key} ${nameOrigin(each)}`) };
}

function readCase(folder: string, name: string, set: WorkloadSet): Workload {
	const base = join(folder, name);
	const { path, line, text, sheet } = v.parse(
		caseSchema,
		JSON.parse(readFileSync(join(base, "sheet.json"), "utf8")),
	);
	const paths = path === "." ? listSources(base) : [path];
	const files = paths.map((file) => ({ path: file, text: readFileSync(join(base, file), "utf8") }));
	const lines = line === undefined ? undefined : { first: line, last: line };
	return { name, set, input: { text, files, lines }, wanted: sheet };
}

/** What the command reads of a folder, in its order. */
function listSources(folder: string): readonly string[] {
	return listFiles(folder)
		.filter((path) => isSource(basename(path)))
		.map((path) => relative(folder, path))
		.sort((a, b) => rankSource(a) - rankSource(b) || (a < b ? -1 : 1));
}

function listFiles(folder: string): readonly string[] {
	return readdirSync(folder)
		.sort()
		.flatMap((name) => {
			const path = join(folder, name);
			return statSync(path).isDirectory() ? listFiles(path) : name === "sheet.json" ? [] : [path];
		});
}

function keyOf({ strength, kind, value }: Requirement): string {
	return stringify([strength, kind, value]);
}

function nameOrigin({ from }: Requirement): string {
	return typeof from === "string" ? from : `${from.file}:${from.line}`;
}

/** JSON in which keys have one order. */
function stringify(value: unknown): string {
	return JSON.stringify(value, (_key, each: unknown) =>
		typeof each === "object" && each !== null && !Array.isArray(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each,
	);
}
