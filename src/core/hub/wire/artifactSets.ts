import type { Artifact, RepoFile } from "../../model/artifact.ts";
import { isGgufSidecar, readGgufLabel } from "../../model/ggufLabel.ts";
import type { Quantization } from "../../model/model.ts";
import { isCleanText } from "./cleanText.ts";
import { pickPipelineSets } from "./pipelineSets.ts";
import { parseWeightFile, type WeightFile } from "./weightFiles.ts";

/** A file of a repository as the Hub lists it. */
export interface ListedFile {
	readonly path: string;
	readonly sizeBytes: number | undefined;
}

/** What else is known of the weights of a repository. */
export interface WeightFacts {
	readonly isMlx: boolean;
	readonly quantization: Quantization | undefined;
}

const mostArtifacts = 200;
/** Stems that loaders look for; what lies beside such a file is something else. */
const mainStemPattern =
	/^(?:model|pytorch_model|tf_model|flax_model|adapter_model|diffusion_pytorch_model|weights)$/i;

/**
 * The checkpoint sets in a list of files, the first to reach for first. A repository can hold the same weights several
 * times: in shards and whole, by variant, in folders of their original form, once for each quantization. Each set is
 * one that can be loaded; one with missing shards is left out.
 */
export function collectArtifacts(listed: readonly ListedFile[], facts: WeightFacts): readonly Artifact[] {
	const clean = listed.filter((file) => isCleanText(file.path) && file.path.length <= 500);
	const files = clean.flatMap((file) => parseWeightFile(file.path, file.sizeBytes) ?? []);
	const isPipeline = clean.some((file) => file.path === "model_index.json");
	const sets = isPipeline ? pickPipelineSets(files) : [];
	const groups =
		sets.length > 0 ? sets : [...pickTensorSets(files), ...pickGgufSets(files), ...pickOtherSets(files)];
	const projector = findProjector(files);
	return groups.slice(0, mostArtifacts).map((group) => toArtifact(group, facts, projector));
}

/**
 * The vision projector beside GGUF files: that of half precision, which runtimes take with any quantization of the
 * model; else the smallest.
 */
function findProjector(files: readonly WeightFile[]): RepoFile | undefined {
	const found = files.filter(({ format, path }) => format === "gguf" && /mmproj/i.test(path));
	const half = preferSome(found, ({ path }) => /b?f16/i.test(path));
	const [first] = [...half].sort(
		(a, b) => (a.sizeBytes ?? Number.POSITIVE_INFINITY) - (b.sizeBytes ?? Number.POSITIVE_INFINITY),
	);
	return first && { path: first.path, ...(first.sizeBytes !== undefined && { sizeBytes: first.sizeBytes }) };
}

/** Safetensors and PyTorch files: those at the top where there are any, and one set for each variant. */
function pickTensorSets(files: readonly WeightFile[]): readonly WeightFile[][] {
	const tensors = files.filter(({ format }) => format === "safetensors" || format === "pytorch");
	const regular = preferSome(tensors, ({ path }) => !/(?:^|\/)(?:original\/|consolidated)/i.test(path));
	const top = preferSome(regular, ({ folder }) => folder === "");
	return (["safetensors", "pytorch"] as const).flatMap((format) => {
		const own = top.filter((file) => file.format === format);
		const main = preferSome(own, ({ stem }) => mainStemPattern.test(stem));
		return [...groupBy(main, (file) => `${file.folder}|${file.stem}|${file.variant ?? ""}`).values()].flatMap(
			(group) => pickWhole(group) ?? [],
		);
	});
}

function pickGgufSets(files: readonly WeightFile[]): readonly WeightFile[][] {
	const all = files.filter(({ format }) => format === "gguf");
	const main = preferSome(all, ({ path }) => !isGgufSidecar(path));
	return [...groupBy(main, (file) => `${file.folder}|${file.stem}|${file.variant ?? ""}`).values()].flatMap(
		(group) => pickWhole(group) ?? [],
	);
}

/** Everything else: files of a folder that belong together by variant (ONNX), or each by itself. */
function pickOtherSets(files: readonly WeightFile[]): readonly WeightFile[][] {
	const others = files.filter(({ format }) => !["safetensors", "pytorch", "gguf"].includes(format));
	const onnx = others.filter(({ format }) => format === "onnx");
	const hasMerged = onnx.some(({ stem }) => /_merged$/i.test(stem));
	const kept = others.filter(
		({ format, stem }) => format !== "onnx" || !hasMerged || !/^decoder(?:_with_past)?_model$/i.test(stem),
	);
	const groups = groupBy(kept, (file) => {
		const own = file.format === "onnx" || file.format === "openvino" ? "" : file.stem;
		return `${file.format}|${file.folder}|${own}|${file.variant ?? ""}`;
	});
	return [...groups.values()].flatMap((group) => pickWhole(group) ?? []);
}

/**
 * Of files that hold the same weights: the shards when all are there, else the whole file. Shards are numbered from 1,
 * or from 0 (gpt-oss, whose last number is the count itself).
 */
function pickWhole(group: readonly WeightFile[]): [WeightFile[]] | undefined {
	for (const shards of groupBy(group, ({ shard }) => String(shard?.count ?? "")).values()) {
		const count = shards[0]?.shard?.count;
		const indexes = new Set(shards.map(({ shard }) => shard?.index));
		if (count === undefined || count === 0 || indexes.size !== shards.length) {
			continue;
		}
		const first = indexes.has(0) ? 0 : 1;
		const isWhole = indexes.size >= count && [...Array(count).keys()].every((n) => indexes.has(first + n));
		if (isWhole) {
			return [[...shards].sort((a, b) => (a.path < b.path ? -1 : 1))];
		}
	}
	const single = group.filter(({ shard }) => shard === undefined);
	return single.length === 0 ? undefined : [single];
}

function toArtifact(
	group: readonly WeightFile[],
	{ isMlx, quantization }: WeightFacts,
	projector: RepoFile | undefined,
): Artifact {
	const found = group[0]?.format ?? "safetensors";
	const format = found === "safetensors" && isMlx ? "mlx" : found;
	let sizeBytes: number | undefined = 0;
	for (const file of group) {
		sizeBytes =
			sizeBytes === undefined || file.sizeBytes === undefined ? undefined : sizeBytes + file.sizeBytes;
	}
	const variant = group.find((file) => file.variant !== undefined)?.variant;
	const method =
		quantization === undefined || quantization.method === "gguf" ? undefined : quantization.method;
	const isTensors = found === "safetensors" || found === "pytorch";
	const label =
		found === "gguf"
			? readGgufLabel(group[0]?.path ?? "")
			: (variant ?? (isTensors ? method?.toUpperCase() : undefined));
	return {
		format,
		files: group.map((file) => file.path),
		...(sizeBytes === undefined ? {} : { sizeBytes }),
		...(found === "gguf" && projector && !group.some(({ path }) => path === projector.path)
			? { projector }
			: {}),
		...(label === undefined ? {} : { quantization: label }),
	};
}

/** Those that fulfil a condition, or all when none does. */
function preferSome<T>(items: readonly T[], isPreferred: (item: T) => boolean): readonly T[] {
	const preferred = items.filter(isPreferred);
	return preferred.length > 0 ? preferred : items;
}

function groupBy<T>(items: readonly T[], toKey: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = toKey(item);
		const group = groups.get(key);
		if (group === undefined) {
			groups.set(key, [item]);
		} else {
			group.push(item);
		}
	}
	return groups;
}
