import type { DeclaredLicense } from "../model/model.ts";
import type { LicenseClass } from "./licenseClass.ts";
import type { LicenseTerms, Obligation, PlainObligation } from "./licenseTerms.ts";
import type { Ancestor } from "./lineage.ts";
import { readLicenseTerms } from "./readLicenseTerms.ts";

/**
 * How a model's declared license stands to an ancestor's. `carried`: it asks for at least as much. `conflict`: the
 * ancestor's terms ask for something that the declared license does not say. `unknown`: one of the two is not stated,
 * not known here, or was not read.
 */
export type LineageAnswer = "carried" | "conflict" | "unknown";

/** Why the two do not go together: the declared one is freer, or the ancestor's allows no derivatives to be shared. */
export type LineageConflict = "freer" | "noDerivatives";

/** An ancestor with what its license means for the model. */
export interface JudgedAncestor extends Ancestor {
	readonly answer: LineageAnswer;
	readonly conflict?: LineageConflict;
	/** What the ancestor's license asks for and the declared one does not say. */
	readonly missing: readonly Obligation[];
}

const strictness: Readonly<Record<Exclude<LicenseClass, "notStated">, number>> = {
	permissive: 0,
	conditions: 1,
	nonCommercial: 2,
};

/** What every license asks for in its own words: another one does not take it away by leaving it out. */
const courtesies: ReadonlySet<string> = new Set<PlainObligation>(["notice", "stateChanges", "attribution"]);

/**
 * Compares a declared license with each ancestor's. Not legal advice: it says where the statements do not go together,
 * never that they do. An inherited statement is no declaration of the model's own.
 */
export function judgeLineage(
	declared: DeclaredLicense | undefined,
	ancestors: readonly Ancestor[],
): readonly JudgedAncestor[] {
	const own = readLicenseTerms(declared?.origin === "inherited" ? undefined : declared);
	return ancestors.map((ancestor) => ({
		...ancestor,
		...compareTerms(own, readLicenseTerms(ancestor.license)),
	}));
}

function compareTerms(
	own: LicenseTerms,
	theirs: LicenseTerms,
): Pick<JudgedAncestor, "answer" | "conflict" | "missing"> {
	if (theirs.class === "notStated") {
		return { answer: "unknown", missing: [] };
	}
	if (theirs.obligations.some(({ code }) => code === "noDerivatives")) {
		return { answer: "conflict", conflict: "noDerivatives", missing: listMissing(own, theirs) };
	}
	if (own.class === "notStated") {
		return { answer: "unknown", missing: [] };
	}
	const missing = own.title === theirs.title ? [] : listMissing(own, theirs);
	const isFreer = strictness[own.class] < strictness[theirs.class] || missing.length > 0;
	return isFreer ? { answer: "conflict", conflict: "freer", missing } : { answer: "carried", missing };
}

function listMissing(own: LicenseTerms, theirs: LicenseTerms): readonly Obligation[] {
	const said = new Set(own.obligations.map((obligation) => JSON.stringify(obligation)));
	return theirs.obligations.filter(
		(obligation) => !courtesies.has(obligation.code) && !said.has(JSON.stringify(obligation)),
	);
}
