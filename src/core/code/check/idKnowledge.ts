import type { Model } from "../../model/model.ts";

/** What is known of an ID as it is written. */
export type IdKnowledge =
	/** Nothing yet, or the Hub cannot be asked. */
	| { readonly kind: "unknown" }
	/** The Hub has no such model for us. Without a token, one that is private looks the same. */
	| { readonly kind: "missing"; readonly mayBePrivate: boolean }
	| {
			readonly kind: "known";
			/** Under its present ID, which may be written otherwise. */
			readonly model: Model;
			/** Whether our token opens the files of a gated model; absent: not asked, or there is no token. */
			readonly hasAccess?: boolean;
	  };
