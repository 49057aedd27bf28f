import type { Vendor } from "../hardware/target.ts";
import type { LicenseClass } from "../license/licenseClass.ts";

/** A license that was asked for: by id, or by what it may oblige to. */
export interface LicenseNeed {
	readonly licenseIds?: readonly string[];
	readonly licenseClasses?: readonly LicenseClass[];
}

/** Hardware that was named. */
export interface HardwareNeed {
	readonly vendor?: Vendor;
	/** Bytes; "8 GB" of memory is 8 GiB, as cards and machines are sold. */
	readonly memoryBytes?: number;
}

/** What a requirement was read from. */
export interface WorkloadEvidence {
	readonly what: "preset" | "languages" | "license" | "hardware" | "context";
	/** The words or the code, shortened. */
	readonly text: string;
	readonly from: "words" | "selection" | "file";
	/** Line of the file (or of the selection, if it is not part of it), from 1 on. Absent for words. */
	readonly line?: number;
}

/** What was understood; an absent field was not said. */
export interface WorkloadGuess {
	readonly presetId?: string;
	/** ISO 639 codes of the natural languages that were named, in order. */
	readonly languages?: readonly string[];
	readonly contextTokens?: number;
	readonly license?: LicenseNeed;
	readonly hardware?: HardwareNeed;
	readonly evidence: readonly WorkloadEvidence[];
}
