import { isPretrainedOnly } from "../code/chatTuned.ts";
import type { Model } from "../model/model.ts";
import { parseRepoId } from "../model/repoId.ts";

/** Models that go back to one base model: one choice, in many shapes. */
export interface Family {
	/** The base model's maker and name, without words of tuning and packaging, in lower case. */
	readonly key: string;
	/** The key without sizes, and whose it is: the same generation of one maker. */
	readonly series: string;
	/** Whose the base model is; absent for legacy IDs. */
	readonly maker?: string;
	/** Members among the models that were asked about, the one to show first. */
	readonly members: readonly Model[];
	/** Release of the base model, if known, else of the oldest member. */
	readonly createdAtMs?: number;
}

/** As far as lineage is followed. */
const mostLevels = 6;

const packaging =
	/^(?:gguf|ggml|awq|gptq|exl2|exl3|mlx|onnx|int[48]|fp(?:4|8|16)|bf16|nvfp4|mxfp[48]|w[48]a(?:8|16)|bnb|[2-8]bit|ud|qat|dynamic|quantized|imatrix|i1)$/;
const quantizationLabel = /(?<![a-z0-9])i?q\d(?:_[a-z0-9]+)*(?![a-z0-9])/;
const tuning = /^(?:instruct|chat|it|base|pt|sft|dpo|preview|thinking|hf)$/;
const size =
	/^(?:[ea]?\d+(?:p\d+)?(?:x\d+(?:p\d+)?)?[bmk](?:\d+e)?|tiny|mini|small|medium|base|large|xl|xxl|nano|micro)$/;

/** What makes lineage: who is whose child, and what for, by repo id in lower case. */
export type ModelIndex = ReadonlyMap<string, Model>;

/** An index over all known models. */
export function indexModels(models: readonly Model[]): ModelIndex {
	return new Map(models.map((model) => [model.repoId.toLowerCase(), model]));
}

/** Groups models by family, in the order of their keys. */
export function groupFamilies(models: readonly Model[], index: ModelIndex): readonly Family[] {
	const roots = models.map((model) => findRoot(model, index));
	const originals = new Map<string, string>();
	for (const root of roots) {
		if (!isPackage(root)) {
			const name = nameTokens(root).join("-");
			const known = originals.get(name);
			originals.set(name, known === undefined || isMoreUsed(root, known, index) ? root : known);
		}
	}
	const byKey = new Map<string, { root: string; members: Model[] }>();
	models.forEach((model, at) => {
		const own = roots[at] ?? model.repoId;
		const name = nameTokens(own).join("-");
		// A package that does not say of what is taken for the model of its name that is used most.
		const root = isPackage(own) ? (originals.get(name) ?? own) : own;
		const maker = isPackage(root) ? "" : (parseRepoId(root)?.owner ?? "");
		const key = `${maker.toLowerCase()}/${name}`;
		const family = byKey.get(key);
		if (family === undefined) {
			byKey.set(key, { root, members: [model] });
		} else {
			family.members.push(model);
			if (root < family.root) {
				family.root = root;
			}
		}
	});
	return [...byKey]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, { root, members }]) => describeFamily(key, root, members, index));
}

function describeFamily(key: string, root: string, members: readonly Model[], index: ModelIndex): Family {
	const owner = parseRepoId(root)?.owner;
	const dates = [index.get(root.toLowerCase()), ...members].flatMap((model) => model?.createdAtMs ?? []);
	const generation = nameTokens(root).filter((token) => !size.test(token));
	return {
		key,
		...(owner === undefined ? {} : { maker: owner }),
		series: `${owner ?? ""}/${generation.join("-")}`,
		members: [...members].sort((a, b) => compareMembers(a, b, owner)),
		...(dates.length === 0 ? {} : { createdAtMs: Math.min(...dates) }),
	};
}

function isMoreUsed(repoId: string, other: string, index: ModelIndex): boolean {
	const [downloads = -1, otherDownloads = -1] = [repoId, other].map(
		(each) => index.get(each.toLowerCase())?.counters.downloads30d,
	);
	return downloads === otherDownloads ? repoId < other : downloads > otherDownloads;
}

/**
 * The repo id of the oldest ancestor that does the same work; the model's own if it derives from nothing
 * such.
 */
function findRoot(model: Model, index: ModelIndex): string {
	let repoId = model.repoId;
	let current: Model | undefined = model;
	const seen = new Set([repoId.toLowerCase()]);
	for (let level = 0; level < mostLevels && current !== undefined; level++) {
		const parentId: string | undefined = current.baseModels?.repoIds[0];
		if (parentId === undefined || seen.has(parentId.toLowerCase())) {
			break;
		}
		const parent = index.get(parentId.toLowerCase());
		const isPacked = current.baseModels?.relation === "quantized";
		// An embedding model tuned from a language model is no shape of it; where the parent is not known, only
		// language models are taken for their parent's children.
		const isSameWork =
			parent?.task === undefined ? current.task === "text-generation" : parent.task === current.task;
		if (!isPacked && !isSameWork) {
			break;
		}
		seen.add(parentId.toLowerCase());
		repoId = parentId;
		current = parent;
	}
	return repoId;
}

/** Whether a repository's name says that it packs another model's weights. */
function isPackage(repoId: string): boolean {
	const name = (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
	return quantizationLabel.test(name) || name.split(/[-_.]+/).some((token) => packaging.test(token));
}

/** The words of a repository's name in lower case, without those of tuning and packaging. */
function nameTokens(repoId: string): readonly string[] {
	const name = (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
	const tokens = name
		.replace(quantizationLabel, "")
		.replaceAll(/(\d)-bit/g, "$1bit")
		.replaceAll(/(\d)\.(\d)/g, "$1p$2")
		.split(/[-_.]+/)
		.filter((token) => token !== "");
	const kept = tokens.filter((token) => !packaging.test(token) && !tuning.test(token));
	return kept.length === 0 ? tokens : kept;
}

function compareMembers(a: Model, b: Model, owner: string | undefined): number {
	return (
		shapeRank(a, owner) - shapeRank(b, owner) ||
		(b.counters.downloads30d ?? -1) - (a.counters.downloads30d ?? -1) ||
		(a.repoId < b.repoId ? -1 : 1)
	);
}

/**
 * The author's tuned model, then the author's quantized one, then the pretrained one; then others', quantized
 * first.
 */
function shapeRank(model: Model, owner: string | undefined): number {
	const isOwn = parseRepoId(model.repoId)?.owner === owner;
	const isPacked = model.baseModels?.relation === "quantized" || model.quantization !== undefined;
	const isPretrained = model.task === "text-generation" && isPretrainedOnly(model.repoId);
	if (isOwn) {
		return isPretrained ? 2 : isPacked ? 1 : 0;
	}
	return isPretrained ? 5 : isPacked ? 3 : 4;
}
