import type { Gating } from "../../model/model.ts";
import type { TextSpan } from "../ids/modelIdUse.ts";

/** What can be wrong with a model's ID, each with a setting of its own. */
export const findingCodes = ["missing", "renamed", "gated"] as const;

/** What can be wrong with a model's ID. */
export type FindingCode = (typeof findingCodes)[number];

interface FindingAt<Code extends FindingCode> {
	readonly code: Code;
	readonly id: string;
	readonly span: TextSpan;
	/** The place, or what is said of it, is only likely. */
	readonly isLikely: boolean;
}

/** Something that a reader of the code should know of an ID. */
export type Finding =
	| (FindingAt<"missing"> & { readonly mayBePrivate: boolean })
	| (FindingAt<"renamed"> & { readonly canonicalId: string; readonly isCaseOnly: boolean })
	| (FindingAt<"gated"> & { readonly gating: Exclude<Gating, "open">; readonly hasAccess?: boolean });
