import type { NarrowCandidates } from "../fit/fitJudge.ts";
import type { Verdict } from "../fit/verdict.ts";
import type { Target } from "../hardware/target.ts";
import type { LicenseClass } from "../license/licenseClass.ts";
import type { WeightFormat } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";
import type { DeclaredLicense, Model } from "../model/model.ts";
import type { QualityKnowledge } from "./quality/scoreModels.ts";
import type { RankWeights } from "./rank.ts";
import type { Capability, EvidenceNeed, InputKind, Range, SafetyNeed } from "./sheet/requirement.ts";

/**
 * Requirements in the order in which they eliminate: what it is for, whether it can be used at all, then what
 * was asked.
 * - `task`: one of the tasks. Always asked.
 * - `standalone`: not disabled, and not an adapter, which is nothing without its base. Always asked.
 * - `safety`: no known security issues, and scanned where that is asked; not scanned is no issue. Always asked.
 * - `adoption`: others use it (`adoptionFloor`). Always asked.
 * - `license`: one of the classes, or one of the ids, and none of the excluded. A base model's license is not known to
 *   be its own.
 * - `region`: the license grants rights where the user sits.
 * - `makers`: by one of the owners, of one of the families, from one of the regions; none of the excluded.
 * - `files`: weights that run no code on loading, no code of the repository.
 * - `input`: takes images, sound, … beside text.
 * - `capability`: calls tools, reasons, …; where a name does not say so it is not known.
 * - `language`: all of the languages; only `multilingual` does not tell which.
 * - `gating`: open to everybody, when gated is not all right.
 * - `size`: parameters and bytes within bounds.
 * - `format`: one of the formats, one of the quantizations, one of the libraries.
 * - `dimension`: vectors of that length.
 * - `context`: declares at least so many tokens.
 * - `evidence`: evaluated, as far as is asked.
 * - `fit`: fits every target. Offload does not count.
 * - `speed`: writes at least so many tokens a second on every target.
 */
export const needKinds = [
	"task",
	"standalone",
	"safety",
	"adoption",
	"license",
	"region",
	"makers",
	"files",
	"input",
	"capability",
	"language",
	"gating",
	"size",
	"format",
	"dimension",
	"context",
	"evidence",
	"fit",
	"speed",
] as const;

/** A requirement that a candidate satisfies. */
export type NeedKind = (typeof needKinds)[number];

/** Any of these classes or ids will do. */
export interface LicenseNeed {
	readonly classes?: readonly LicenseClass[];
	/** The Hub's ids, or what a card calls a license of its own. */
	readonly ids?: readonly string[];
}

/** Lists of which any member will do; each of the lists. */
export type AnyOfEach<T> = readonly (readonly T[])[];

/** Whose a model may be. An absent list asks for nothing; all of them hold together. */
export interface MakerNeeds {
	/** Owners of repositories; case does not matter. */
	readonly orgs?: AnyOfEach<string>;
	readonly excludedOrgs?: readonly string[];
	/** Words that names of models or of their base models begin with. */
	readonly families?: AnyOfEach<string>;
	readonly excludedFamilies?: readonly string[];
	/** ISO 3166 codes, or `EU`: each of them. */
	readonly regions?: readonly string[];
	readonly excludedRegions?: readonly string[];
}

/** What is asked for. An absent or empty list asks for nothing. */
export interface Needs {
	/** Pipeline ids, any of which will do. */
	readonly tasks: readonly string[];
	/** Each of them. */
	readonly licenses?: readonly LicenseNeed[];
	readonly excludedLicense?: LicenseNeed;
	/** ISO 3166 code, or `EU`. */
	readonly useRegion?: string;
	readonly makers?: MakerNeeds;
	readonly safety?: readonly SafetyNeed[];
	/** All of them. */
	readonly inputs?: readonly InputKind[];
	readonly capabilities?: readonly Capability[];
	/** ISO 639 codes, all of them. */
	readonly languages?: readonly string[];
	/** In units, not billions. */
	readonly parameters?: Range;
	/** Of what would be loaded. */
	readonly bytes?: Range;
	readonly formats?: AnyOfEach<WeightFormat>;
	readonly quantizations?: AnyOfEach<string>;
	readonly libraries?: AnyOfEach<string>;
	readonly embeddingDimension?: number;
	/** What it is to be run with: what is needed to fit is for this. */
	readonly contextTokens: number;
	/** What it must declare; absent: `contextTokens`. */
	readonly leastContextTokens?: number;
	readonly evidence?: EvidenceNeed;
	/** All of them must fit. */
	readonly targets: readonly Target[];
	/** Tokens a second. */
	readonly speedFloor?: number;
	/** `false`: only what everybody may download. */
	readonly gatedOk?: boolean;
	/** Requirements that a model passes when it is not known whether it satisfies them. */
	readonly includeUnknown?: readonly NeedKind[];
	/**
	 * Words of repository names that tell a specialist for the workload, and those that tell another kind of
	 * model.
	 */
	readonly prefersNames?: readonly string[];
	readonly avoidsNames?: readonly string[];
	/** What is liked, not asked for: it orders, and eliminates nobody. Only the kinds of `preferredKinds`. */
	readonly preferred?: Needs;
	readonly preferredKinds?: readonly NeedKind[];
	/** The kind of models that the code's own pipeline of diffusers loads (`readPipelineKind`). */
	readonly pipelineKind?: string;
	/** What each of the libraries and servers in use loads, which is not asked for: any of them will do. */
	readonly inUse?: readonly Pick<Needs, "formats" | "libraries">[];
}

/** A verdict, with the tokens a second that one answer is written with, where the judge tells it. */
export interface JudgedFit extends Verdict {
	readonly speed?: Figure;
	/** In the formats, the quantization or the size that is liked it does not fit, or nobody knows. */
	readonly isOtherwise?: boolean;
}

/** Judges what is loaded of a model against a target at a context length in tokens. */
export type JudgeFit = (
	model: Model,
	target: Target,
	contextTokens: number,
	narrow: NarrowCandidates,
) => JudgedFit;

/** What is needed to check requirements. */
export interface NeedContext {
	readonly needs: Needs;
	readonly classifyLicense: (license: DeclaredLicense | undefined) => LicenseClass;
	readonly judge: JudgeFit;
	/** What quality is judged by. */
	readonly quality: QualityKnowledge;
	readonly nowMs: number;
	/** What the terms of the rank count, where it is not `rankWeights`. */
	readonly weights?: RankWeights;
}

/**
 * One of the two will do: it is liked, or downloaded, noticeably. Half of the Hub's models have under 200
 * downloads in all; a rank by size and date alone would put anybody's latest upload first.
 */
export const adoptionFloor = { likes: 10, downloads30d: 1_000 };

/** Whether a requirement is satisfied. */
export type NeedAnswer = "yes" | "no" | "unknown";
