import type { Candidate } from "../../core/fit/candidate.ts";
import type { Model } from "../../core/model/model.ts";
import type { Relation } from "../../core/model/relation.ts";

/** A model in a tree. */
export interface ModelNode {
	readonly kind: "model";
	readonly model: Model;
}

/** A heading under a model: its artifacts, or its largest derivatives by a relation. */
export interface GroupNode {
	readonly kind: "group";
	readonly model: Model;
	readonly group: "artifacts" | Relation;
	readonly count: number;
}

/** A checkpoint set of a model. */
export interface ArtifactNode {
	readonly kind: "artifact";
	readonly model: Model;
	readonly candidate: Candidate;
}

/** A derivative, known by its id alone. */
export interface DerivativeNode {
	readonly kind: "derivative";
	readonly repoId: string;
	readonly downloads30d: number | undefined;
}

/** A line that says something, and does one thing when pressed. */
export interface NoteNode {
	readonly kind: "note";
	readonly words: string;
	readonly icon: string;
	readonly command?: { readonly id: string; readonly arguments?: readonly unknown[] };
	readonly detail?: string;
}

/** What the Models and Watched trees are made of. */
export type TreeNode = ModelNode | GroupNode | ArtifactNode | DerivativeNode | NoteNode;

/** The repo id that a node, or a bare id from a command link, stands for. */
export function readRepoId(argument: unknown): string | undefined {
	if (typeof argument === "string") {
		return argument;
	}
	if (typeof argument !== "object" || argument === null || !("kind" in argument)) {
		return undefined;
	}
	if ("model" in argument && isNamed(argument.model)) {
		return argument.model.repoId;
	}
	return isNamed(argument) ? argument.repoId : undefined;
}

function isNamed(value: unknown): value is { readonly repoId: string } {
	return typeof value === "object" && value !== null && "repoId" in value && typeof value.repoId === "string";
}
