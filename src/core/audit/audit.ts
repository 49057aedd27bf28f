import type { ModelFacts } from "../policy/evaluateModel.ts";
import type { Finding } from "../policy/finding.ts";
import type { LockedModel } from "../policy/lock.ts";

/** Where code uses a model. */
export interface FoundUse {
	/** Of the file, from the root that is audited, with `/`. */
	readonly path: string;
	/** 1-based, in UTF-16 units. */
	readonly line: number;
	readonly column: number;
	/** Of the ID in the file, in UTF-16 units; `end` is the first that is not in it. */
	readonly start: number;
	readonly end: number;
	/** As written. */
	readonly id: string;
	readonly revision?: string;
	/** What makes it an ID (`from_pretrained`, `model_id`). */
	readonly callSite: string;
}

/** A use with what was found about it. */
export interface AuditedUse extends FoundUse {
	readonly findings: readonly Finding[];
}

/** A model that is used, with all of its uses. */
export interface AuditedModel {
	/** Canonical, where the Hub told it. */
	readonly repoId: string;
	readonly facts: ModelFacts;
	/** In the order of files and lines; never empty. */
	readonly uses: readonly AuditedUse[];
	readonly pins: readonly LockedModel[];
}

/** What a workspace uses, and what is found about it. */
export interface Audit {
	/** By repo id. */
	readonly models: readonly AuditedModel[];
	readonly fileCount: number;
	/** Files that were left out because they are too large or too many. */
	readonly skippedFiles: number;
	/** Requests to the Hub. */
	readonly requests: number;
	/** Models of which nothing could be read. */
	readonly unreadModels: number;
	/** When it was made, ms since the epoch. */
	readonly atMs: number;
}

/** A finding of an audit with the places that it is about. */
export interface ListedFinding {
	readonly model: AuditedModel;
	readonly use: AuditedUse;
	readonly finding: Finding;
}

/** Every finding of an audit, by model, file and line. */
export function listFindings(audit: Audit): readonly ListedFinding[] {
	return audit.models.flatMap((model) =>
		model.uses.flatMap((use) => use.findings.map((finding) => ({ model, use, finding }))),
	);
}
