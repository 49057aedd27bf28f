import type { Artifact } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";
import type { Model, Offer } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import {
	estimateGgufBytes,
	estimateStoredBytes,
	findGgufLabel,
	readGgufBits,
	readNamedBits,
	usualGgufLabels,
} from "./weights.ts";

/** Tasks whose models llama.cpp converts, so that others usually offer them as GGUF. */
const convertedTasks: ReadonlySet<string> = new Set([
	"text-generation",
	"image-text-to-text",
	"conversational",
]);

/** Files beside a GGUF model that are not one: projectors, drafters, importance matrices; and adapters. */
const companionFile = /(^|[/_.-])(mmproj|mtp|draft(er)?|imatrix|adapter)([_.-]|$)/i;

/**
 * What of a model could be loaded. First what its repository holds: its checkpoint sets with their bytes, or, where
 * the files or their sizes were not read, its parameters × the stored width. Then its quantizations in other repositories
 * whose files were read, of each kind and width that by whom more speaks for. Where there is no GGUF among all these, for
 * decoders published as safetensors, the usual GGUF quantizations as an assumption: somebody may offer them. Empty where
 * nothing is known, and for adapters, which load into another model.
 */
export function candidateArtifacts(model: Model): readonly Candidate[] {
	if (model.baseModels?.relation === "adapter") {
		return [];
	}
	const read = readHeld(model);
	const own = read.length > 0 ? read : estimateOwn(model);
	const all = model.offers ? [...own, ...listOffered(model, model.offers, own)] : own;
	return all.some((candidate) => candidate.format === "gguf") || !isUsuallyConverted(model)
		? all
		: [...all, ...assumeGguf(model, usualGgufLabels, true)];
}

function readHeld(model: Model): readonly Candidate[] {
	return (model.artifacts ?? [])
		.filter((artifact) => !artifact.files.some((file) => companionFile.test(file)))
		.map((artifact) => readCandidate(model, artifact));
}

/** Of offers of the same kind and width the first that is not outdated: more speaks for it than for the others. */
function listOffered(
	model: Model,
	offers: readonly Offer[],
	own: readonly Candidate[],
): readonly Candidate[] {
	const toKey = ({ format, label }: Candidate): string => `${format} ${label.toUpperCase()}`;
	const known = new Set(own.map(toKey));
	const { quantization: _, storedBits: __, ...base } = model;
	const found: Candidate[] = [];
	const current = offers.filter(({ isOutdated }) => !isOutdated);
	for (const offer of [...current, ...offers.filter(({ isOutdated }) => isOutdated)]) {
		const { repoId, standing, isOutdated, ...files } = offer;
		const origin = { repoId, standing, ...(isOutdated !== undefined && { isOutdated }) };
		for (const candidate of readHeld({ ...base, ...files })) {
			if (!known.has(toKey(candidate))) {
				known.add(toKey(candidate));
				found.push({ ...candidate, offer: origin });
			}
		}
	}
	return found;
}

function readCandidate(model: Model, artifact: Artifact): Candidate {
	const { format, sizeBytes, quantization } = artifact;
	const parameters = model.parameters?.total.value;
	const readBits = format === "gguf" ? readGgufBits : readNamedBits;
	const labelBits = quantization === undefined ? undefined : readBits(quantization);
	const meanBits =
		sizeBytes !== undefined && parameters !== undefined && parameters > 0
			? (sizeBytes * 8) / parameters
			: undefined;
	const bits = labelBits ?? model.quantization?.bits ?? model.storedBits ?? meanBits;
	const method = readMethod(model, format);
	const weights: Figure | undefined =
		sizeBytes === undefined
			? estimateUnsized(model, format, labelBits)
			: { value: sizeBytes, basis: "read", from: "fileSizes" };
	return {
		label: nameArtifact(model, artifact, bits),
		format,
		...(method !== undefined && { method }),
		...(bits !== undefined && { bits }),
		...(weights && { weights }),
		artifact,
		isAssumed: false,
	};
}

/** A set whose files are listed without sizes, as the Hub's lists do: its width is known, or the stored one. */
function estimateUnsized(
	model: Model,
	format: Artifact["format"],
	labelBits: number | undefined,
): Figure | undefined {
	const parameters = model.parameters?.total;
	if (labelBits !== undefined && parameters && parameters.value > 0) {
		return estimateGgufBytes(parameters, labelBits, model.architecture);
	}
	return format === "gguf" ? undefined : estimateStoredBytes(model)?.weights;
}

/** Without a file list: a GGUF repository holds quantizations that its name may tell; others one stored width. */
function estimateOwn(model: Model): readonly Candidate[] {
	const format = model.formats.find((known) => known === "safetensors") ?? model.formats[0];
	if (format === "gguf" && model.storedBits === undefined) {
		const label = findGgufLabel(model.repoId);
		return label === undefined ? assumeGguf(model, usualGgufLabels, true) : assumeGguf(model, [label], false);
	}
	const stored = estimateStoredBytes(model);
	if (!stored) {
		return [];
	}
	const method = readMethod(model, format);
	return [
		{
			label: nameWidth(model, format, stored.bits),
			...(format !== undefined && { format }),
			...(method !== undefined && { method }),
			...stored,
			isAssumed: false,
		},
	];
}

/** An own release, plain or in FP8, is what converters take; what is already a quantization of another is not. */
function isUsuallyConverted(model: Model): boolean {
	return (
		model.task !== undefined &&
		convertedTasks.has(model.task) &&
		model.formats.includes("safetensors") &&
		model.baseModels?.relation !== "quantized" &&
		(model.quantization === undefined || model.quantization.method === "fp8")
	);
}

function assumeGguf(model: Model, labels: readonly string[], isAssumed: boolean): readonly Candidate[] {
	const parameters = model.parameters?.total;
	if (!parameters || !(parameters.value > 0)) {
		return [];
	}
	return labels.flatMap((label): Candidate[] => {
		const bits = readGgufBits(label);
		return bits === undefined
			? []
			: [
					{
						label,
						format: "gguf",
						method: "gguf",
						bits,
						weights: estimateGgufBytes(parameters, bits, model.architecture),
						isAssumed,
					},
				];
	});
}

function readMethod(model: Model, format: Artifact["format"] | undefined): string | undefined {
	return format === "gguf" ? "gguf" : model.quantization?.method;
}

/** Methods whose name does not tell the width. */
const anyWidth =
	/^(mlx|gptq|auto-?round|bitsandbytes|compressed-tensors|modelopt|quark|torchao|hqq|exl[23])$/i;

function nameArtifact(model: Model, { format, quantization }: Artifact, bits: number | undefined): string {
	if (quantization === undefined) {
		return nameWidth(model, format, bits);
	}
	return bits !== undefined && anyWidth.test(quantization)
		? `${quantization} ${Number(bits.toFixed(1))}-bit`
		: quantization;
}

function nameWidth(model: Model, format: Artifact["format"] | undefined, bits: number | undefined): string {
	if (format !== "gguf" && model.quantization) {
		return model.quantization.method;
	}
	return bits === undefined ? (format ?? "?") : `${Number(bits.toFixed(1))}-bit`;
}
