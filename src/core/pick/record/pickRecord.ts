import * as v from "valibot";
import { needKinds } from "../needs.ts";
import { parseSheet } from "../sheet/sheetSchema.ts";

/** The latest way to write a record. */
export const recordVersion = 1;

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const date = v.pipe(v.string(), v.isoTimestamp());
const need = v.picklist(needKinds);

const verdictSchema = v.object({
	target: word,
	answer: v.picklist(["fits", "offload", "tooLarge", "unsupported", "unknown"]),
	/** What would be loaded there (`Q4_K_M`, `16-bit`). */
	label: v.exactOptional(word),
	requiredBytes: v.exactOptional(amount),
	/** The bytes that it requires are estimated. */
	isEstimated: v.exactOptional(v.boolean()),
	budgetBytes: v.exactOptional(amount),
	contextTokens: amount,
});

const modelSchema = v.object({
	repoId: word,
	/** The Hub's `_id`, by which it is found again when it was renamed. */
	hubId: v.exactOptional(word),
	/** The commit that the facts are of: what to pin. */
	revision: v.exactOptional(word),
	/** As declared: id, and the card's own name for it. */
	license: v.exactOptional(v.object({ id: word, name: v.exactOptional(word) })),
	/** Codes of what its license obliges to, and where its text is. */
	obligations: v.array(word),
	licenseUrl: v.exactOptional(v.string()),
	parameters: v.exactOptional(amount),
	contextTokens: v.exactOptional(amount),
	downloads30d: v.exactOptional(amount),
	/** Another repository that holds the quantization which fits. */
	loadAs: v.exactOptional(word),
	/** The day of these facts. */
	asOf: date,
	verdicts: v.array(verdictSchema),
	/** What its makers publish of its languages, where its card tags none and the sheet asks for some. */
	languages: v.exactOptional(v.object({ says: word, source: word, date: word })),
	/** Why it is on the list. */
	reasons: v.array(word),
	/** Requirements that it was let pass without its being known. */
	unverified: v.array(need),
	/** Terms of the rank, from 0 to 1, and their weighted sum. */
	terms: v.record(word, v.number()),
	score: v.number(),
	/** What the quality rests on: `task`, `otherTasks`, `family` or `prior`. */
	quality: v.exactOptional(word),
	/** Results for the work that its repository states, and whether the Hub verified them. */
	stated: v.exactOptional(
		v.array(
			v.object({
				benchmark: word,
				value: v.number(),
				isVerified: v.boolean(),
				source: v.exactOptional(word),
			}),
		),
	),
});

const recordSchema = v.object({
	kind: v.literal("open-models-pick"),
	version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(recordVersion)),
	madeAt: date,
	/** What the candidates were chosen from. */
	data: v.object({ models: amount, asOf: v.exactOptional(date), source: word }),
	sheet: v.unknown(),
	/** What each term of the rank counted. */
	weights: v.record(word, v.number()),
	trail: v.array(v.object({ need: v.union([need, v.picklist(["family", "rank"])]), left: amount })),
	choice: modelSchema,
	/** The place of the choice on the list, from 1; the alternatives stand around it in their order. */
	place: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	alternatives: v.array(modelSchema),
	leftOut: v.array(v.object({ repoId: word, need, isUnknown: v.boolean() })),
});

/** A candidate as it was when it was chosen from. */
export type RecordedModel = v.InferOutput<typeof modelSchema>;

/**
 * A choice as it can be defended: what was asked for, what it was chosen from, who was out and why, what was chosen and
 * what else stood on the list. Plain JSON. Times are ISO 8601 in UTC, sizes in bytes.
 */
export type PickRecord = Omit<v.InferOutput<typeof recordSchema>, "sheet"> & {
	readonly sheet: NonNullable<ReturnType<typeof parseSheet>>;
};

/** The largest text that is taken for a record, in characters. */
const mostCharacters = 2_000_000;

/**
 * The record that a text holds: JSON, or Markdown with a block of it. `undefined` where it holds none, or one of a later
 * version than ours.
 */
export function parseRecord(text: string): PickRecord | undefined {
	if (text.length > mostCharacters) {
		return undefined;
	}
	const blocks = [...text.matchAll(/^```json\r?\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block ?? []);
	for (const block of [text, ...blocks]) {
		const record = parseJson(block);
		if (record !== undefined) {
			return record;
		}
	}
	return undefined;
}

function parseJson(text: string): PickRecord | undefined {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return undefined;
	}
	const parsed = v.safeParse(recordSchema, json);
	const sheet = parsed.success ? parseSheet(parsed.output.sheet) : undefined;
	return parsed.success && sheet !== undefined ? { ...parsed.output, sheet } : undefined;
}
