import { lookUpSupport } from "../../../../../src/core/fit/support/lookUpSupport.ts";
import { parseSupportCase, type SupportCase } from "../../../../../src/core/fit/support/supportCase.ts";
import { readSupportTable } from "../../../../../src/core/fit/support/supportTable.ts";

/** A case as it is written in a file. */
export interface WrittenCase {
	readonly formats: readonly string[];
	readonly runtime: string;
	readonly backend?: string;
	readonly vendor: string;
	readonly computeCapability?: number | string;
	readonly gfx?: string;
	readonly os?: string;
}

/** The answer in one line: `emulated R198 C20`; a dash where no rule decided. */
export function askSupport(written: WrittenCase): string {
	const { support, rule, conflict } = lookUpSupport(readCase(written), readSupportTable());
	return [support, rule?.id ?? "-", ...(conflict === undefined ? [] : [conflict])].join(" ");
}

/** The case that was written; throws where it is none. */
export function readCase(written: unknown): SupportCase {
	const asked = parseSupportCase(written);
	if ("problem" in asked) {
		throw new Error(asked.problem);
	}
	return asked;
}
