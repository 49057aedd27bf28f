import type { Architecture } from "../../model/model.ts";
import { readEmbeddingBits } from "../configuration/quantizationBits.ts";
import { readKvLayers } from "../kvLayers.ts";
import * as wideParts from "./wideParts.json";

/** What one token of one sequence moves and computes. */
export interface DecodeLoad {
	/** Bytes of weights that are read: all but the gathered input embedding, and of experts the chosen. */
	readonly weightBytes: number;
	/** Bytes of the f16 cache that are read. */
	readonly kvBytes: number;
	readonly layers: number;
	/** Floating-point operations of the weights, and of attention over the cache. */
	readonly weightOps: number;
	readonly attentionOps: number;
	readonly isMixture: boolean;
	readonly activeParameters: number;
	/** Bytes of all experts, and of `weightBytes` those of the chosen ones; 0 where there are none. */
	readonly expertBytes: number;
	readonly expertReadBytes: number;
}

/** A model as it is loaded. */
export interface LoadedModel {
	readonly architecture: Architecture;
	/** All parameters, and those used a token, in units. */
	readonly parameters: number;
	readonly activeParameters?: number;
	readonly weightsBytes: number;
	readonly quantization?: string;
}

const opsPerParameter = 2;

/** Queries that share MLA's latent, which every head reads. */
const halfBytes = 2;

/** Where parameters used are fewer than this share of a dense model's, the others are tables that are gathered from. */
const gatheredShare = 0.9;

/**
 * What decoding a token at a depth (tokens in the cache) takes; `undefined` where the architecture does not tell, and where
 * the model is too small to hold what the architecture tells of.
 */
export function measureDecodeLoad(model: LoadedModel, depthTokens: number): DecodeLoad | undefined {
	const { architecture, parameters } = model;
	const groups = readKvLayers(architecture);
	const { layers, heads = 1, kvHeads = heads, mlaCacheSize } = architecture;
	if (!groups || layers === undefined || !(parameters > 0)) {
		return undefined;
	}
	const isMixture = (architecture.experts ?? 0) > 1;
	const activeParameters = model.activeParameters ?? guessActive(model);
	const depth = Math.max(1, depthTokens);
	let elements = 0;
	for (const { layers: count, keySize, valueSize, window } of groups) {
		elements += count * (keySize + valueSize) * Math.min(depth, window ?? depth);
	}
	const queries = mlaCacheSize === undefined ? heads / kvHeads : heads;
	const mixture = isMixture ? countMixtureBytes(model, activeParameters) : undefined;
	const weightBytes = mixture?.readBytes ?? countDenseBytes(model, activeParameters);
	if (!(weightBytes > 0 && activeParameters > 0)) {
		return undefined;
	}
	return {
		weightBytes,
		expertBytes: mixture?.expertBytes ?? 0,
		expertReadBytes: mixture?.expertReadBytes ?? 0,
		kvBytes: elements * halfBytes,
		layers,
		weightOps: opsPerParameter * activeParameters,
		attentionOps: opsPerParameter * elements * queries,
		isMixture,
		activeParameters,
	};
}

function guessActive(model: LoadedModel): number {
	const { experts = 0, expertsPerToken } = model.architecture;
	const dense = model.parameters - countGathered(model);
	if (experts <= 1 || expertsPerToken === undefined) {
		return dense;
	}
	const inExperts = countExpertParameters(model) ?? dense * wideParts.usualExpertShare;
	return Math.max(dense - inExperts, 0) + (inExperts * expertsPerToken) / experts;
}

/** Parameters of an input embedding that is not the output's too. */
function countGathered({ architecture }: LoadedModel): number {
	const { vocabSize, hiddenSize, hasTiedEmbeddings } = architecture;
	return vocabSize === undefined || hiddenSize === undefined || hasTiedEmbeddings
		? 0
		: vocabSize * hiddenSize;
}

function countDenseBytes(model: LoadedModel, activeParameters: number): number {
	const { architecture, parameters, weightsBytes, quantization } = model;
	if (architecture.vocabSize === undefined && activeParameters < parameters * gatheredShare) {
		return (weightsBytes * activeParameters) / parameters;
	}
	const meanBits = (weightsBytes * 8) / parameters;
	const bits = quantization === "Q4_K_M" ? readEmbeddingBits(quantization, meanBits) : meanBits;
	return weightsBytes - (countGathered(model) * bits) / 8;
}

function countExpertParameters({ architecture, parameters }: LoadedModel): number | undefined {
	const { layers = 0, experts = 0, hiddenSize = 0, expertFeedForwardSize } = architecture;
	return expertFeedForwardSize === undefined
		? undefined
		: Math.min(layers * experts * 3 * hiddenSize * expertFeedForwardSize, parameters * 0.99);
}

/**
 * Of a mixture, the chosen experts and everything else. What is not an expert is kept wider than experts are: how
 * much is known for block formats of experts (MXFP4) from the file's size, else from what makers of such files do.
 */
function countMixtureBytes(
	model: LoadedModel,
	activeParameters: number,
): { readonly readBytes: number; readonly expertBytes: number; readonly expertReadBytes: number } {
	const { architecture, parameters, weightsBytes, quantization = "" } = model;
	const { experts = 1, expertsPerToken = experts } = architecture;
	const share = Math.min(1, expertsPerToken / experts);
	const gathered = countGathered(model);
	const told = countExpertParameters(model);
	const solved = share < 1 ? (parameters - activeParameters - gathered) / (1 - share) : parameters;
	const inExperts = told ?? Math.min(Math.max(solved, 0), parameters * 0.99);
	const others = parameters - inExperts;
	const read =
		told === undefined ? Math.max(0, activeParameters - inExperts * share) : Math.max(0, others - gathered);
	const [expertBits, otherBits] = splitBits(quantization, weightsBytes * 8, inExperts, others);
	const expertBytes = (inExperts * expertBits) / 8;
	const expertReadBytes = expertBytes * share;
	return { readBytes: (read * otherBits) / 8 + expertReadBytes, expertBytes, expertReadBytes };
}

function splitBits(
	quantization: string,
	fileBits: number,
	inExperts: number,
	others: number,
): readonly [expertBits: number, otherBits: number] {
	const mean = fileBits / (inExperts + others);
	const block = wideParts.expertBlockBits.find(({ label }) => quantization === label)?.bits;
	if (block !== undefined) {
		const rest = (fileBits - block * inExperts) / others;
		return rest > 3 && rest < 20 ? [block, rest] : [mean, mean];
	}
	const ratio = wideParts.ratios.find(({ label }) => quantization.replace(/^UD-/, "") === label)?.ratio ?? 1;
	const expertBits = fileBits / (inExperts + ratio * others);
	return [expertBits, ratio * expertBits];
}
