import type { Target } from "../../core/hardware/target.ts";
import type { LicenseClass } from "../../core/license/licenseClass.ts";
import type { NeedKind, Needs } from "../../core/pick/needs.ts";
import type { WorkloadEvidence, WorkloadGuess } from "../../core/pick/workloadGuess.ts";
import type { WorkloadPreset } from "../../core/pick/workloads.ts";

/** Where a requirement came from. */
export type NeedOrigin = "default" | "user" | WorkloadEvidence;

/** The requirements while they are being edited, each with where it came from. */
export interface PickDraft {
	readonly preset: WorkloadPreset;
	readonly licenseClasses: readonly LicenseClass[];
	readonly licenseIds: readonly string[];
	readonly languages: readonly string[];
	readonly contextTokens: number;
	readonly targets: readonly Target[];
	readonly gatedOk: boolean;
	/** Requirements that a model passes when its value is not stated. */
	readonly includeUnknown: readonly NeedKind[];
	readonly origins: Partial<
		Readonly<Record<"preset" | "license" | "languages" | "context" | "targets", NeedOrigin>>
	>;
}

/** What a shipped product needs unless told otherwise: commercial use, with or without conditions. */
const usualLicenses: readonly LicenseClass[] = ["permissive", "conditions"];

/** Most cards do not state their context or say that they are open; leaving those out would leave hardly any. */
const usuallyOpen: readonly NeedKind[] = ["context", "gating"];

/** A draft from what was understood, completed by what is usual. */
export function createDraft(
	guess: WorkloadGuess,
	preset: WorkloadPreset,
	targets: readonly Target[],
): PickDraft {
	const originOf = (what: WorkloadEvidence["what"]): NeedOrigin =>
		guess.evidence.find((evidence) => evidence.what === what) ?? "default";
	const isLicenseNamed = guess.license !== undefined;
	return {
		preset,
		licenseClasses: guess.license?.licenseClasses ?? (isLicenseNamed ? [] : usualLicenses),
		licenseIds: guess.license?.licenseIds ?? [],
		languages: guess.languages ?? [],
		contextTokens: guess.contextTokens ?? preset.contextTokens,
		targets,
		gatedOk: true,
		includeUnknown: usuallyOpen,
		origins: {
			preset: originOf("preset"),
			license: originOf("license"),
			languages: originOf("languages"),
			context: originOf("context"),
			targets: originOf("hardware"),
		},
	};
}

/** The draft as the requirements that candidates are chosen by. */
export function toNeeds(draft: PickDraft): Needs {
	const { preset } = draft;
	return {
		tasks: preset.tasks,
		licenses:
			draft.licenseClasses.length + draft.licenseIds.length === 0
				? []
				: [{ classes: draft.licenseClasses, ids: draft.licenseIds }],
		languages: draft.languages,
		contextTokens: draft.contextTokens,
		targets: draft.targets,
		gatedOk: draft.gatedOk,
		includeUnknown: draft.includeUnknown,
		...(preset.prefersNames ? { prefersNames: preset.prefersNames } : {}),
		...(preset.avoidsNames ? { avoidsNames: preset.avoidsNames } : {}),
	};
}
