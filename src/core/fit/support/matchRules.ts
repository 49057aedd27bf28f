import type { SupportRules } from "./openSupportRules.ts";
import { type ComparableOs, isOsAmong } from "./operatingSystem.ts";
import type { SupportCase } from "./supportCase.ts";
import type { SupportRule } from "./supportRule.ts";

/** A case in the table's own names. */
export interface NamedCase extends Omit<SupportCase, "runtime"> {
	readonly runtimeRules: readonly SupportRule[];
	/** Words in the name of the backend that was asked for, also where the table does not know it. */
	readonly askedBackend?: string;
}

/** How much of all formats a rule speaks of, where it speaks of one of the case's. */
export const coverages = ["exact", "family", "any"] as const;

/** How much of all formats a rule speaks of. */
export type Coverage = (typeof coverages)[number];

/**
 * The rules of the runtime about these formats on this hardware, for all backends. A bound that the case does not
 * tell (a compute capability, a gfx version) is not met.
 */
export function matchRules(named: NamedCase): readonly SupportRule[] {
	const os = named.os ?? assumeOs(named);
	const isOnCpu = named.backend?.startsWith("CPU") ?? false;
	return named.runtimeRules.filter(
		(rule) =>
			(rule.vendor === named.vendor || (isOnCpu && rule.vendor === "cpu")) &&
			readCoverage(rule, named.formats) !== undefined &&
			isHardware(rule, named) &&
			(rule.systems === undefined || isOsAmong(os, rule.systems)),
	);
}

/** `exact`: it names the format. `family`: all GGUF. `any`: whatever the format. `undefined`: it is about others. */
export function readCoverage(
	{ formats }: Pick<SupportRule, "formats">,
	names: readonly string[],
): Coverage | undefined {
	if (formats.includes("*")) {
		return "any";
	}
	if (names.some((name) => name !== "gguf" && formats.includes(name))) {
		return "exact";
	}
	return formats.includes("gguf") && names.some((name) => name.startsWith("gguf")) ? "family" : undefined;
}

/**
 * Whether a case shows that a rule's precondition holds. A processor is x86-64 unless the backend's name says
 * otherwise; whoever asks for the AMX backend has AMX.
 */
export function isPreconditionMet({ needs }: SupportRule, named: NamedCase, rules: SupportRules): boolean {
	switch (needs) {
		case undefined:
			return true;
		case "arm64":
			return isArm(named);
		case "x86-64":
			return !isArm(named);
		case "amx":
			return named.backend === "CPU AMX";
		default:
			return rules.impliedNeeds.includes(needs);
	}
}

function isArm({ askedBackend }: NamedCase): boolean {
	return /\b(arm|arm64|aarch64)\b/i.test(askedBackend ?? "");
}

function isHardware(rule: SupportRule, { computeCapability, gfxVersion }: NamedCase): boolean {
	const { minComputeCapability: min, maxComputeCapability: max, gfxVersions } = rule;
	if (min !== undefined && !(computeCapability !== undefined && computeCapability >= min)) {
		return false;
	}
	if (max !== undefined && !(computeCapability !== undefined && computeCapability <= max)) {
		return false;
	}
	return gfxVersions === undefined || (gfxVersion !== undefined && gfxVersions.includes(gfxVersion));
}

/** Where the case does not tell: what the vendor's devices usually run, or the only system of the named backend. */
function assumeOs({ vendor, backend, runtimeRules }: NamedCase): ComparableOs {
	const usual = vendor === "apple" ? "macos" : vendor === "qualcomm" ? "windows" : "linux";
	let only: ComparableOs["family"] | undefined;
	for (const { backends, systems } of runtimeRules) {
		if (backend === undefined || !backends.includes(backend)) {
			continue;
		}
		for (const { family } of systems ?? [{ family: usual } as const]) {
			if (only !== undefined && only !== family) {
				return { family: usual };
			}
			only = family;
		}
	}
	return { family: only ?? usual };
}
