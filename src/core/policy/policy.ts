import type { Target } from "../hardware/target.ts";
import type { LicenseClass } from "../license/licenseClass.ts";
import type { Territory } from "../license/licenseTerms.ts";
import type { FindingCode } from "./findingCode.ts";
import type { Severity } from "./severity.ts";

/** Name of the policy's file, in the root of a repository. */
export const policyFileName = ".openmodels.json";

/** Rules about licenses. What is forbidden is forbidden even if it is also allowed. */
export interface LicenseRules {
	/** The Hub's license ids, or `license_name`s; empty with empty `allowClasses`: everything that is not forbidden. */
	readonly allow: readonly string[];
	readonly allowClasses: readonly LicenseClass[];
	readonly forbid: readonly string[];
	readonly forbidClasses: readonly LicenseClass[];
	/** Where rights are needed: a license that grants none there is forbidden. */
	readonly territories: readonly Territory[];
}

/** Rules about owners of models, by their name on the Hub, in any case. */
export interface OrganizationRules {
	/** Empty: everybody who is not forbidden. */
	readonly allow: readonly string[];
	readonly forbid: readonly string[];
}

/** Somebody decided that a finding is all right for a model, and why. */
export interface PolicyException {
	/** A repo id, or `owner/*`. */
	readonly model: string;
	/** What it covers; absent: everything about the model. */
	readonly findings?: readonly FindingCode[];
	readonly reason: string;
	/** When it was decided, `YYYY-MM-DD`. */
	readonly date: string;
	/** Last day on which it holds, `YYYY-MM-DD`. */
	readonly until?: string;
}

/** What a repository asks of the models that its code uses. An empty policy asks for nothing. */
export interface Policy {
	readonly licenses: LicenseRules;
	readonly organizations: OrganizationRules;
	/** Machines that every model has to fit at least one of. */
	readonly targets: readonly Target[];
	/** Context in tokens that models are judged at and have to declare. */
	readonly contextTokens?: number;
	/** Size of the embeddings that the project's vector store holds. */
	readonly embeddingDimension?: number;
	/** Every model has a commit beside its ID, or in the lock. */
	readonly requirePin: boolean;
	readonly exceptions: readonly PolicyException[];
	readonly severities: Readonly<Partial<Record<FindingCode, Severity>>>;
	/** Globs of paths that an audit leaves out. */
	readonly exclude: readonly string[];
}

/** A policy that asks for nothing. */
export const emptyPolicy: Policy = {
	licenses: { allow: [], allowClasses: [], forbid: [], forbidClasses: [], territories: [] },
	organizations: { allow: [], forbid: [] },
	targets: [],
	requirePin: false,
	exceptions: [],
	severities: {},
	exclude: [],
};
