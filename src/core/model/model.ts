import type { Artifact, WeightFormat } from "./artifact.ts";
import type { Figure } from "./figure.ts";
import type { Relation } from "./relation.ts";
import type { Standing } from "./standing.ts";
import type { StatedResult } from "./statedResult.ts";

/** Where a license statement was found. An inherited one is the base model's and unverified. */
export type LicenseOrigin = "tag" | "card" | "inherited";

/** A license as it is stated, never interpreted: a model without a statement has no `DeclaredLicense`. */
export interface DeclaredLicense {
	/** The Hub's license id in lower case (`apache-2.0`, `other`, `unknown`, …). */
	readonly id: string;
	/** `license_name` of the card, for `other`. */
	readonly name?: string;
	/** `license_link` of the card; an http(s) URL only. */
	readonly link?: string;
	readonly origin: LicenseOrigin;
	/** The base model's repo id, when inherited. */
	readonly inheritedFrom?: string;
}

/** Who may download the files. */
export type Gating = "open" | "auto" | "manual";

/** What the Hub's scanners say. `unknown` is "not scanned or not asked", never "clean". */
export type SecurityStatus = "unknown" | "clean" | "issues";

/** How the weights are quantized, as far as configuration, tags or names tell. */
export interface Quantization {
	/** Lower-case method (`gptq`, `awq`, `fp8`, `mlx`, `nvfp4`, `gguf`, …). */
	readonly method: string;
	/** Bits per weight as declared (1–16). */
	readonly bits?: number;
}

/** Parameters of a model. Mixtures of experts have fewer active ones. */
export interface Parameters {
	/** All parameters, in units (not billions). */
	readonly total: Figure;
	/** Parameters used per token, for a mixture of experts. */
	readonly active?: Figure;
}

/** Layers whose KV cache has the same shape. */
export interface KvGroup {
	readonly layers: number;
	readonly kvHeads: number;
	readonly headDim: number;
	/** In tokens; absent: the whole context. */
	readonly slidingWindow?: number;
}

/** Layers that keep a state of fixed size instead of a cache. Sizes in elements. */
export interface RecurrentLayers {
	readonly layers: number;
	readonly innerSize: number;
	/** 0: a short convolution alone. */
	readonly stateSize: number;
	readonly groups: number;
	/** Inputs that a convolution sees. */
	readonly convolution: number;
}

/** What a configuration tells of the shape of a transformer; each field in units, absent if unknown. */
export interface Architecture {
	/** `model_type` of config.json or the GGUF architecture. */
	readonly name?: string;
	readonly layers?: number;
	readonly hiddenSize?: number;
	readonly heads?: number;
	readonly kvHeads?: number;
	readonly headDim?: number;
	/** Size of a value where it differs from a key's (`headDim`). */
	readonly valueHeadDim?: number;
	readonly vocabSize?: number;
	/** Input and output embeddings are one table. */
	readonly hasTiedEmbeddings?: boolean;
	/** Inner size of the dense layers' feed-forward part, and of one expert's. */
	readonly feedForwardSize?: number;
	readonly expertFeedForwardSize?: number;
	readonly experts?: number;
	readonly expertsPerToken?: number;
	/** Sliding window in tokens, and one full-attention layer in every `fullAttentionInterval`. */
	readonly slidingWindow?: number;
	readonly fullAttentionInterval?: number;
	/** Layers with attention, where the others have none. */
	readonly attentionLayers?: number;
	/** Layers at the end that read the cache of others and keep none. */
	readonly sharedKvLayers?: number;
	/** Every layer that keeps a cache, where its size differs by layer. */
	readonly kvGroups?: readonly KvGroup[];
	readonly recurrent?: RecurrentLayers;
	/** MLA: cached elements per token and layer (`kv_lora_rank + qk_rope_head_dim`). */
	readonly mlaCacheSize?: number;
}

/** The direct parents of a model. */
export interface BaseModels {
	readonly relation?: Relation;
	readonly repoIds: readonly string[];
	/** Commit of the base model that this one was made from, where its card says it. */
	readonly revision?: string;
}

/** Readings of the Hub's counters; all `undefined` where not told. `trendingScore` is attention, not users. */
export interface Counters {
	/** GET and HEAD of the query files in the last 30 days. */
	readonly downloads30d?: number;
	readonly downloadsAllTime?: number;
	readonly likes?: number;
	readonly trendingScore?: number;
}

/**
 * One public model as it was read. The record that every other room speaks of.
 * Every optional field means "unknown" when absent. Times are ms since the epoch, UTC.
 */
export interface Model {
	/** `owner/name` (or a legacy bare `name`), canonical case. A label: it can be renamed. */
	readonly repoId: string;
	/** The Hub's `_id`: the identity. Absent only in facts that did not come with one. */
	readonly hubId?: string;
	readonly author?: string;
	/** Pipeline task id (`text-generation`). */
	readonly task?: string;
	/** Library id (`transformers`). */
	readonly library?: string;
	/** Natural languages as ISO 639 codes in lower case, or `multilingual`. Absent: not stated. */
	readonly languages?: readonly string[];
	readonly license?: DeclaredLicense;
	readonly parameters?: Parameters;
	/** The Hub tags it `conversational`: it comes with a template for conversations. */
	readonly hasChatTemplate?: boolean;
	readonly isMixtureOfExperts?: boolean;
	/** Empty: not told. */
	readonly formats: readonly WeightFormat[];
	readonly quantization?: Quantization;
	/** Bits per weight as stored, from the dtypes or the quantization's declaration (BF16: 16). Never a file's mean. */
	readonly storedBits?: number;
	/** Largest context in tokens that the model declares. */
	readonly contextLength?: Figure;
	readonly architecture?: Architecture;
	readonly gating?: Gating;
	readonly isPrivate?: boolean;
	readonly isDisabled?: boolean;
	/** The repository carries code that is executed on loading (`custom_code`). */
	readonly hasCustomCode?: boolean;
	readonly security: SecurityStatus;
	readonly counters: Counters;
	readonly createdAtMs?: number;
	readonly lastModifiedMs?: number;
	readonly baseModels?: BaseModels;
	/** Direct children by relation; absent: not asked. A relation absent inside: not told. */
	readonly derivativeCounts?: Partial<Readonly<Record<Relation, number>>>;
	/** Repo id of the newer model that the card says takes this one's place. */
	readonly successor?: string;
	/** Checkpoint sets; absent: the file list was not read. */
	readonly artifacts?: readonly Artifact[];
	/** What its repository states of evaluations; absent: not asked. Empty: nothing. */
	readonly statedResults?: readonly StatedResult[];
	/** Quantizations in other repositories whose files were read, those that more speaks for first; absent: none read. */
	readonly offers?: readonly Offer[];
	/** Commit that the facts were read at. */
	readonly revision?: string;
	/** When these facts were read from the Hub (not when the model changed). */
	readonly readAtMs: number;
}

/** A quantization of a model that is kept in another repository, with its files as they were read. */
export interface Offer
	extends Pick<
		Model,
		"repoId" | "formats" | "quantization" | "storedBits" | "artifacts" | "createdAtMs" | "lastModifiedMs"
	> {
	readonly standing: Standing;
	/**
	 * Whether it was last changed before the model's own weights were: made from weights that have been replaced since.
	 * Absent: not known.
	 */
	readonly isOutdated?: boolean;
}
