import * as v from "valibot";
import { vendors } from "../../hardware/target.ts";
import { weightFormats } from "../../model/artifact.ts";
import {
	capabilities,
	evidenceNeeds,
	inputKinds,
	type Requirement,
	type RequirementSheet,
	safetyNeeds,
} from "./requirement.ts";

const word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const words = v.pipe(v.array(word), v.minLength(1), v.maxLength(100), v.readonly());
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const range = v.pipe(
	v.object({ min: v.exactOptional(amount), max: v.exactOptional(amount) }),
	v.check(({ min, max }) => min !== undefined || max !== undefined),
	v.readonly(),
);

const target = v.pipe(
	v.object({
		id: v.exactOptional(word),
		vendor: v.exactOptional(v.picklist(vendors)),
		device: v.exactOptional(word),
		memoryBytes: v.exactOptional(count),
		systemMemoryBytes: v.exactOptional(count),
		count: v.exactOptional(count),
	}),
	v.readonly(),
);
const common = {
	strength: v.picklist(["must", "prefer"]),
	from: v.union([
		v.picklist(["text", "policy", "user", "default"]),
		v.pipe(
			v.object({
				file: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
				line: count,
				cell: v.exactOptional(count),
			}),
			v.readonly(),
		),
	]),
	excerpt: v.exactOptional(v.pipe(v.string(), v.maxLength(400))),
	acceptsUnknown: v.exactOptional(v.boolean()),
};

function row<K extends string, S extends v.GenericSchema>(kind: K, value: S) {
	return v.object({ kind: v.literal(kind), value, ...common });
}

const requirementSchema = v.variant("kind", [
	row("task", word),
	row("purpose", word),
	row("capability", v.picklist(capabilities)),
	row("input", v.picklist(inputKinds)),
	row("language", word),
	row("contextLength", count),
	row("outputTokens", count),
	row("batch", count),
	row("embeddingDimension", count),
	row("license", words),
	row("excludedLicense", words),
	row("useRegion", word),
	row("target", target),
	row("speedFloor", amount),
	row("parameters", range),
	row("bytes", range),
	row("format", v.pipe(v.array(v.picklist(weightFormats)), v.minLength(1), v.readonly())),
	row("quantization", words),
	row("dtype", word),
	row("gated", v.literal(false)),
	row("safety", v.picklist(safetyNeeds)),
	row("evidence", v.picklist(evidenceNeeds)),
	row("library", words),
	row("runtime", words),
	row("family", words),
	row("excludedFamily", words),
	row("org", words),
	row("excludedOrg", words),
	row("makerRegion", word),
	row("excludedMakerRegion", word),
	row("currentModel", word),
]);

const rowsSchema = v.object({ requirements: v.array(v.unknown()) });

/**
 * A sheet from anything that claims to be one: a record, what was saved for the workspace, what a language model proposes.
 * Requirements that are none are left out; `undefined` where it is no sheet at all.
 */
export function parseSheet(input: unknown): RequirementSheet | undefined {
	const rows = v.safeParse(rowsSchema, input);
	return rows.success
		? { requirements: rows.output.requirements.flatMap((row) => parseRequirement(row) ?? []) }
		: undefined;
}

/** One requirement; `undefined` where it is none. */
export function parseRequirement(input: unknown): Requirement | undefined {
	const parsed = v.safeParse(requirementSchema, input);
	return parsed.success ? parsed.output : undefined;
}
