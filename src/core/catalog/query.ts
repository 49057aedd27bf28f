import type { TargetHardware } from "../hardware/target.ts";
import type { LicenseClass } from "../license/licenseClass.ts";
import type { WeightFormat } from "../model/artifact.ts";
import type { Gating } from "../model/model.ts";
import type { Relation } from "../model/relation.ts";

/** The fields that can be filtered by. Each has its facet. */
export const filterFields = [
	"task",
	"licenseClass",
	"licenseId",
	"parameters",
	"sizeBytes",
	"hardware",
	"language",
	"format",
	"gating",
	"baseOnly",
	"age",
	"group",
	"derivedFrom",
] as const;

/** A field that can be filtered by. */
export type FilterField = (typeof filterFields)[number];

/** An inclusive range; an absent end is open. */
export interface Range {
	readonly min?: number;
	readonly max?: number;
}

/** Hardware with a memory budget, at a context length: the model must fit and run (offload does not count). */
export interface HardwareFilter extends TargetHardware {
	/** The target's name, in the reader's words. */
	readonly name: string;
	/** Bytes that the target can give to a model. */
	readonly budgetBytes: number;
	readonly contextTokens: number;
}

/** Models that were gathered elsewhere, as those behind a bar of a chart, by their repo ids. */
export interface GroupFilter {
	/** What they have in common, in the reader's words. */
	readonly name: string;
	readonly repoIds: readonly string[];
}

/** Direct derivatives of a model: those whose base it is told to be. */
export interface DerivedFromFilter {
	readonly repoId: string;
	readonly relation: Relation;
}

/**
 * What to show. Values within a field are alternatives (any of them); fields add up (all of them); an absent or empty
 * field does not filter. Serializable as it is: it is remembered per workspace.
 */
export interface Filters {
	readonly tasks?: readonly string[];
	readonly licenseClasses?: readonly LicenseClass[];
	readonly licenseIds?: readonly string[];
	/** Parameters in units. */
	readonly parameters?: Range;
	/** Bytes of the artifact that would be loaded. */
	readonly sizeBytes?: Range;
	/** Several targets: all of them must fit. */
	readonly hardware?: readonly HardwareFilter[];
	readonly languages?: readonly string[];
	readonly formats?: readonly WeightFormat[];
	readonly gating?: readonly Gating[];
	/** Models that derive from no other. */
	readonly baseOnly?: boolean;
	/** At most this many days since creation. */
	readonly maxAgeDays?: number;
	readonly group?: GroupFilter;
	readonly derivedFrom?: DerivedFromFilter;
	/** Fields in which a model passes when its value is not known. */
	readonly includeUnknown?: readonly FilterField[];
}

/** Sort keys; all descending but `name`. Unknown values come last; ties fall to downloads, then to the repo id. */
export const sortKeys = [
	"trending",
	"downloads",
	"likes",
	"created",
	"modified",
	"parameters",
	"name",
] as const;

/** A sort key. */
export type SortKey = (typeof sortKeys)[number];

/**
 * Text, filters and order. `text` matches parts of the repo id, words in any order, ignoring case; the model whose whole
 * id it is comes first. `offset` and `limit` cut the page out; without a limit it goes to the end.
 */
export interface Query {
	readonly text?: string;
	readonly filters?: Filters;
	readonly sort?: SortKey;
	readonly offset?: number;
	readonly limit?: number;
}
