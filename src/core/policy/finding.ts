import type { Verdict } from "../fit/verdict.ts";
import type { DeclaredLicense, Gating } from "../model/model.ts";
import type { PolicyException } from "./policy.ts";
import type { ToldSeverity } from "./severity.ts";

/** Which rule of a policy an ID breaks: it is named as forbidden, or not among what is allowed. */
export type BrokenRule = "forbidden" | "notAllowed";

/** Which rule a license breaks: `territory`: it grants no rights in one that the policy names. */
export type BrokenLicenseRule = BrokenRule | "territory";

/** What was found, with the facts that a sentence about it needs. */
export type FindingDetails =
	| { readonly code: "notFound" | "unsafeWeights" | "customCode" | "securityIssues" | "notPinned" }
	| { readonly code: "renamed"; readonly to: string }
	| {
			readonly code: "gated";
			readonly gating: Exclude<Gating, "open">;
			/** Whether the token in use may load it; absent: not known. */
			readonly hasAccess?: boolean;
	  }
	| {
			readonly code: "licenseForbidden";
			readonly rule: BrokenLicenseRule;
			/** Absent: none is stated, and only stated ones are allowed. */
			readonly license?: DeclaredLicense;
			/** Repo id of the ancestor whose license it is, when it is not the model's own. */
			readonly ancestor?: string;
	  }
	| { readonly code: "organizationForbidden"; readonly rule: BrokenRule; readonly organization: string }
	| {
			readonly code: "licenseNotStated";
			/** What is stated, where that is a name whose terms are not known, or another model's statement. */
			readonly license?: DeclaredLicense;
	  }
	| {
			readonly code: "licenseConflict";
			readonly license: DeclaredLicense;
			readonly ancestor: string;
			readonly ancestorLicense: DeclaredLicense;
	  }
	| {
			readonly code: "licenseChanged";
			readonly before?: DeclaredLicense;
			readonly after?: DeclaredLicense;
	  }
	| { readonly code: "hasSuccessor"; readonly successor: string }
	| { readonly code: "pinDiffers"; readonly written: string; readonly locked: readonly string[] }
	| { readonly code: "pinMoved"; readonly pinned: string; readonly current: string }
	| {
			readonly code: "pinBroken";
			readonly pinned: string;
			/** Paths whose content differs; empty: the commit itself is gone. */
			readonly files: readonly string[];
	  }
	| {
			readonly code: "doesNotFit";
			readonly verdicts: readonly Verdict[];
			/** The targets are those that the policy names, not those that the user checked. */
			readonly isPolicys: boolean;
	  }
	| { readonly code: "contextTooShort"; readonly declaredTokens: number; readonly askedTokens: number }
	| {
			readonly code: "embeddingDimension";
			readonly dimension: number;
			readonly expected: number;
	  };

/** Something found about a model, with how loud it is told. */
export type Finding = FindingDetails & {
	readonly severity: ToldSeverity;
	/** The policy's exception that covers it: it counts for nothing, but stays on the record. */
	readonly exception?: PolicyException;
};
