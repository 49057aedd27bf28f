import * as v from "valibot";
import type { Architecture, RecurrentLayers } from "../../model/model.ts";
import { isNamedEncoder } from "../kvCache.ts";
import type { Configuration } from "./configuration.ts";
import { readQuantizationLabel } from "./quantizationBits.ts";

/** Far beyond every model and machine, and small enough that products of some of them stay numbers. */
const farthest = 1e15;

const amount = v.pipe(
	v.union([
		v.number(),
		v.pipe(v.string(), v.trim(), v.regex(/^\d+(\.\d+)?(e\+?\d+)?$/i), v.transform(Number)),
	]),
	v.finite(),
	v.maxValue(farthest),
);
const positive = v.pipe(amount, v.gtValue(0));
const count = v.pipe(amount, v.minValue(0));

/** A field that does not hold what it should is as good as missing: the row's others still say what they say. */
const known = <T extends v.GenericSchema>(schema: T) => v.fallback(v.nullish(schema), undefined);

const shapeSchema = v.object({
	layers: known(positive),
	hiddenSize: known(positive),
	heads: known(positive),
	kvHeads: known(positive),
	headDim: known(positive),
	valueHeadDim: known(positive),
	vocabSize: known(positive),
	tiedEmbeddings: known(v.boolean()),
	feedForwardSize: known(positive),
	experts: known(count),
	expertsPerToken: known(count),
	expertFeedForwardSize: known(positive),
	slidingWindow: known(count),
	slidingWindowPattern: known(positive),
	fullAttentionInterval: known(positive),
	attentionLayers: known(count),
	sharedKvLayers: known(count),
	ssmInnerSize: known(positive),
	mlaCacheSize: known(positive),
	kvGroups: known(
		v.array(
			v.object({ layers: positive, kvHeads: positive, headDim: positive, slidingWindow: known(positive) }),
		),
	),
	parameters: known(positive),
	activeParameters: known(positive),
});

const rowSchema = v.object({
	model: known(v.string()),
	architecture: known(v.union([v.string(), shapeSchema])),
	quantization: known(v.string()),
	fileBytes: known(positive),
	runtime: known(v.string()),
	backend: known(v.string()),
	vendor: known(v.string()),
	accelerator: known(v.string()),
	memoryGB: known(positive),
	contextDepth: known(count),
	context: known(positive),
	kvTypeK: known(v.string()),
	kvTypeV: known(v.string()),
	sequences: known(positive),
	microBatch: known(positive),
	flashAttention: known(v.boolean()),
	swaFull: known(v.boolean()),
	unifiedKv: known(v.boolean()),
	totalKind: known(v.string()),
});

type Shape = v.InferOutput<typeof shapeSchema>;

/**
 * Architectures by name, from an object of them; one that is malformed is left out. Throws where it is no object.
 */
export function parseArchitectures(json: unknown): ReadonlyMap<string, Shape> {
	const entries = Object.entries(v.parse(v.record(v.string(), v.unknown()), json));
	return new Map(
		entries.flatMap(([name, value]) => {
			const shape = v.safeParse(shapeSchema, value);
			return shape.success ? [[name, shape.output] as const] : [];
		}),
	);
}

/**
 * One measurement's configuration from a row of a collection of measurements; `undefined` for what is no row. A field
 * that does not hold leaves what it is about unknown, as does the name of an architecture that is not found.
 */
export function parseConfiguration(
	row: unknown,
	architectures: ReadonlyMap<string, Shape>,
): Configuration | undefined {
	const parsed = v.safeParse(rowSchema, row);
	if (!parsed.success) {
		return undefined;
	}
	const { architecture, totalKind, model, ...facts } = parsed.output;
	const shape = typeof architecture === "string" ? findShape(architecture, architectures) : architecture;
	const name = typeof architecture === "string" ? architecture : model;
	const read = shape && readArchitecture(shape, name ?? undefined);
	const isActiveKnown = !((shape?.activeParameters ?? 0) > (shape?.parameters ?? farthest));
	return dropUnknown({
		architecture: read,
		isEncoder: isNamedEncoder({ repoId: model ?? name ?? "", ...(read && { architecture: read }) }),
		parameters: shape?.parameters,
		activeParameters: isActiveKnown ? shape?.activeParameters : undefined,
		quantization: readQuantizationLabel(facts.quantization, facts.backend),
		fileBytes: facts.fileBytes,
		runtime: facts.runtime?.toLowerCase(),
		backend: facts.backend?.toLowerCase(),
		vendor: facts.vendor?.toLowerCase(),
		accelerator: facts.accelerator,
		memoryGB: facts.memoryGB,
		depthTokens: facts.contextDepth,
		contextTokens: facts.context,
		keyType: facts.kvTypeK?.toLowerCase(),
		valueType: facts.kvTypeV?.toLowerCase(),
		sequences: facts.sequences,
		microBatchTokens: facts.microBatch,
		hasFlashAttention: facts.flashAttention,
		keepsFullWindows: facts.swaFull,
		isUnifiedCache: facts.unifiedKv,
		counts: totalKind?.includes("buffers") ? ("buffers" as const) : ("device" as const),
	});
}

/** By its key, else by a name that differs in case, punctuation, or an owner before it. */
function findShape(name: string, architectures: ReadonlyMap<string, Shape>): Shape | undefined {
	const wanted = simplify(name.slice(name.lastIndexOf("/") + 1));
	const alike = [...architectures].find(([key]) => simplify(key) === wanted);
	return architectures.get(name) ?? alike?.[1];
}

function simplify(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9.]/g, "");
}

function readArchitecture(shape: Shape, name: string | undefined): Architecture {
	const { tiedEmbeddings, slidingWindow, slidingWindowPattern, fullAttentionInterval, kvGroups } = shape;
	const { experts, ssmInnerSize: _inner, parameters: _all, activeParameters: _active, ...plain } = shape;
	return dropUnknown({
		...dropUnknown(plain),
		name,
		experts: experts || undefined,
		hasTiedEmbeddings: tiedEmbeddings,
		slidingWindow: slidingWindow || undefined,
		fullAttentionInterval: fullAttentionInterval ?? slidingWindowPattern,
		recurrent: readRecurrent(shape),
		kvGroups: kvGroups?.map(({ slidingWindow: window, ...group }) => ({
			...group,
			...(window ? { slidingWindow: window } : {}),
		})),
	});
}

/** Only the inner size is told; the others are those of the gated delta nets that state it (Qwen3-Next, Qwen3.5). */
function readRecurrent({ ssmInnerSize, layers, fullAttentionInterval }: Shape): RecurrentLayers | undefined {
	return ssmInnerSize && layers && fullAttentionInterval
		? {
				layers: layers - Math.floor(layers / fullAttentionInterval),
				innerSize: ssmInnerSize,
				stateSize: 128,
				groups: 16,
				convolution: 4,
			}
		: undefined;
}

/** `null` and `undefined` both say that something is not known. */
function dropUnknown<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
	const kept: { [K in keyof T]?: NonNullable<T[K]> } = {};
	for (const key in fields) {
		const value = fields[key];
		if (isKnown(value)) {
			kept[key] = value;
		}
	}
	return kept;
}

function isKnown<V>(value: V): value is NonNullable<V> {
	return value !== undefined && value !== null;
}
