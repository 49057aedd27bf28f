import * as v from "valibot";
import type { StatedResult } from "../../model/statedResult.ts";
import { cleanText } from "./cleanText.ts";

/** A card of an embedding model states hundreds; these are enough to compare by. */
export const mostStatedResults = 40;
const mostRead = 2_000;
const mostMetrics = 40;
const latestMs = Date.UTC(2100, 0);

const words = (most: number) =>
	v.fallback(
		v.optional(
			v.pipe(
				v.string(),
				v.transform((raw) => cleanText(raw, most)),
				v.minLength(1),
			),
		),
		undefined,
	);
const amount = v.pipe(
	v.union([
		v.number(),
		v.pipe(
			v.string(),
			v.maxLength(20),
			v.regex(/^\s*-?\d+(?:\.\d+)?\s*%?\s*$/),
			v.transform((raw) => Number.parseFloat(raw)),
		),
	]),
	v.finite(),
	v.minValue(-1e6),
	v.maxValue(1e6),
);
const truth = v.fallback(v.optional(v.boolean()), undefined);
const date = v.fallback(
	v.optional(
		v.pipe(
			v.string(),
			v.transform((raw) => Date.parse(raw)),
			v.number(),
			v.minValue(0),
			v.maxValue(latestMs),
		),
	),
	undefined,
);
const source = v.fallback(v.optional(v.object({ name: words(80), url: words(200) })), undefined);

/** https://huggingface.co/docs/hub/eval-results (2026-08-20): `.eval_results/*.yaml`, as the Hub's API passes them on. */
const fileResult = v.object({
	verified: truth,
	data: v.object({
		dataset: v.object({ id: v.pipe(v.string(), v.minLength(1)), task_id: words(60) }),
		value: amount,
		date,
		source,
	}),
});

/** https://github.com/huggingface/hub-docs/blob/main/modelcard.md (2026-08-20): a result of `model-index`. */
const cardResult = v.object({
	dataset: v.object({ type: words(120), name: words(120), config: words(60) }),
	metrics: v.pipe(
		v.array(v.unknown()),
		v.transform((raw) => raw.slice(0, mostMetrics).flatMap((each) => readAs(metric, each) ?? [])),
	),
	source,
});
const metric = v.object({ type: words(60), name: words(60), value: amount, verified: truth });
const cardIndex = v.object({ results: v.array(v.unknown()) });

/**
 * What a row's `evalResults` and `model-index` state, verified ones first, at most `mostStatedResults`; each benchmark once
 * a metric. Takes any JSON; what is not as it should be is left out. `undefined` where the row tells of neither.
 */
export function mapStatedResults(
	evalResults: unknown,
	modelIndex: unknown,
): readonly StatedResult[] | undefined {
	if (!Array.isArray(evalResults) && !Array.isArray(modelIndex)) {
		return undefined;
	}
	const stated = [...readFiles(evalResults), ...readCard(modelIndex)];
	const seen = new Set<string>();
	const once = [...stated.filter(({ isVerified }) => isVerified), ...stated].filter((each) => {
		const key = [each.benchmark, each.part, each.metric].join("\n").toLowerCase();
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	});
	return once.slice(0, mostStatedResults);
}

function readFiles(json: unknown): readonly StatedResult[] {
	return listOf(json).flatMap((each) => {
		const read = readAs(fileResult, each);
		const benchmark = cleanText(read?.data.dataset.id ?? "", 120);
		return read === undefined || benchmark === ""
			? []
			: [
					makeResult({
						benchmark,
						part: read.data.dataset.task_id,
						value: read.data.value,
						isVerified: read.verified === true,
						source: read.data.source?.name ?? read.data.source?.url,
						measuredAtMs: read.data.date,
					}),
				];
	});
}

/** Of each data set the metric that stands first, which is what cards name it for. */
function readCard(json: unknown): readonly StatedResult[] {
	return listOf(json)
		.flatMap((each) => listOf(readAs(cardIndex, each)?.results))
		.flatMap((each) => {
			const read = readAs(cardResult, each);
			const benchmark = read?.dataset.type ?? read?.dataset.name;
			const first = read?.metrics.find(({ type }) => type === "main_score") ?? read?.metrics[0];
			return read === undefined || benchmark === undefined || first === undefined
				? []
				: [
						makeResult({
							benchmark,
							part: read.dataset.config,
							metric: first.type ?? first.name,
							value: first.value,
							isVerified: first.verified === true,
							source: read.source?.name ?? read.source?.url,
						}),
					];
		});
}

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

function makeResult(
	fields: Pick<StatedResult, "benchmark" | "value" | "isVerified"> & Partial<Loose<StatedResult>>,
): StatedResult {
	const { benchmark, value, isVerified, part, metric: measured, source: from, measuredAtMs } = fields;
	return {
		benchmark,
		value,
		isVerified,
		...(part === undefined ? {} : { part }),
		...(measured === undefined ? {} : { metric: measured }),
		...(from === undefined ? {} : { source: from }),
		...(measuredAtMs === undefined ? {} : { measuredAtMs }),
	};
}

function listOf(json: unknown): readonly unknown[] {
	return Array.isArray(json) ? json.slice(0, mostRead) : [];
}

function readAs<const Schema extends v.GenericSchema>(
	schema: Schema,
	json: unknown,
): v.InferOutput<Schema> | undefined {
	const result = v.safeParse(schema, json);
	return result.success ? result.output : undefined;
}
