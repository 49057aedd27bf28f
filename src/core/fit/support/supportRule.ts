import type { ComparableOs } from "./operatingSystem.ts";

/**
 * How a runtime does with a format on some hardware. `native`: the kernels that were meant for it. `emulated`: it
 * starts, but expands the weights, keeps them without computing in them, or falls back to the processor.
 * `experimental`: beta, by an override, or reported as flaky. `unsupported`: an error, absent, or outside the
 * published list. `unknown`: no evidence.
 */
export const supportLevels = ["native", "emulated", "experimental", "unknown", "unsupported"] as const;

/** How a runtime does with a format on some hardware. From the best to the worst. */
export type SupportLevel = (typeof supportLevels)[number];

/** Kinds of statement, from the strongest to the weakest. */
export const evidenceKinds = ["code", "docs", "issue", "third-party"] as const;

/** Kind of statement that a rule rests on. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How a source was reached: a pinned revision, a page, a public copy, quoted in another file, a moving branch. */
export const reachKinds = ["pinned", "url", "copy", "quoted", "branch"] as const;

/**
 * Preconditions that a rule can have besides its hardware. A rule with one decides only where the case itself shows
 * that it holds; otherwise it is a caveat.
 */
export const preconditions = [
	"anyGpu",
	"appleSilicon",
	"listedGpus",
	"noBf16Units",
	"x86-64",
	"arm64",
	"amx",
	"avx2Only",
	"avx512",
	"noAvx2",
	"arcB",
	"checkpoint",
	"driver",
	"flag",
	"intelMac",
	"jetson",
	"namedGpus",
	"newestGpu",
	"oldGpu",
	"pastVersion",
	"projectStatus",
	"smallGpu",
	"version",
] as const;

/** A precondition that a rule can have besides its hardware. */
export type Precondition = (typeof preconditions)[number];

/** What some runtime is said to do with some formats on some hardware, by whom and when. */
export interface SupportRule {
	readonly id: string;
	readonly runtime: string;
	/** Backends or builds that it is about; empty: all of the runtime's. */
	readonly backends: readonly string[];
	/** Lower case; the table knows more vendors than targets have (`qualcomm`). */
	readonly vendor: string;
	/** NVIDIA compute capabilities, inclusive; absent: no bound. */
	readonly minComputeCapability?: number;
	readonly maxComputeCapability?: number;
	/** AMD gfx versions (`gfx1100`); absent: all. */
	readonly gfxVersions?: readonly string[];
	/** Absent: all. */
	readonly systems?: readonly ComparableOs[];
	/** `*`: any; `gguf`: all that begin with `gguf-`. */
	readonly formats: readonly string[];
	readonly support: SupportLevel;
	/** What the weights become in memory (`bf16`, `fp8-weight-only`); absent: what the files hold. */
	readonly loadsAs?: string;
	/** Sources disagree: rules with the same id are about the same question. */
	readonly conflict?: string;
	readonly needs?: Precondition;
	readonly evidence: EvidenceKind;
	readonly reached: (typeof reachKinds)[number];
	/** Year and month; estimated where `isDateInferred`. */
	readonly asOf: string;
	readonly isDateInferred: boolean;
	/** Links, or a citation where there is none. Never empty. */
	readonly sources: readonly string[];
}
