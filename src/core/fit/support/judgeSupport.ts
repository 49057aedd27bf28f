import type { TargetHardware } from "../../hardware/target.ts";
import type { Candidate } from "../candidate.ts";
import { findRuntime } from "./findRuntime.ts";
import { lookUpSupport, runsAt, type SupportAnswer, sortAnswers } from "./lookUpSupport.ts";
import { matchFormatRule } from "./matchFormatRule.ts";
import { readCoverage } from "./matchRules.ts";
import { nameFormats } from "./nameFormats.ts";
import type { SupportRules } from "./openSupportRules.ts";
import { parseOs } from "./operatingSystem.ts";
import type { SupportCase } from "./supportCase.ts";
import type { SupportLevel, SupportRule } from "./supportRule.ts";

/** What one runtime does with a candidate on a target: by its best backend there. */
export interface RuntimeAnswer extends SupportAnswer {
	/** The table's name. */
	readonly runtime: string;
}

/** Whether the software runs a candidate on a target. */
export interface SupportVerdict {
	/** Of the best runtime. `unsupported` only where that is said of all of them, or of the format as such. */
	readonly support: SupportLevel;
	/** The best runtime; absent where none is known to run it. */
	readonly runtime?: string;
	readonly backend?: string;
	/** The rule behind the answer, with its date and sources. */
	readonly rule?: SupportRule;
	/** Sources disagree about it: not a plain yes or no. */
	readonly conflict?: string;
	/** What the weights become in memory (`bf16`: 16 bits each); absent: what the files hold. */
	readonly loadsAs?: string;
	/** One for each runtime that was asked, from the best to the worst. */
	readonly answers: readonly RuntimeAnswer[];
}

/**
 * Judges a candidate by the software on a target: the best of the runtimes that the target is said to have, else of
 * those usual ones that know the format at all. `osName` where it is known; else what the vendor's devices usually
 * run. What a runtime loads through a library is no better than that library on the same hardware.
 */
export function judgeSupport(
	candidate: Candidate,
	target: TargetHardware,
	rules: SupportRules,
	osName?: string,
): SupportVerdict {
	const formats = nameFormats(candidate);
	if (formats.length === 0) {
		return { support: "unknown", answers: [] };
	}
	const cases = listHardware(target, osName).map((hardware) => ({ ...hardware, formats }));
	const answers = sortAnswers(
		listRuntimes(target, formats, rules).map((runtime) => answerForRuntime(runtime, cases, rules)),
	);
	const [best] = answers;
	if (best && runsAt(best.support)) {
		return { ...tellRule(best), runtime: best.runtime, answers };
	}
	const blockId = matchFormatRule(candidate, target);
	const block = blockId === undefined ? undefined : rules.byId.get(blockId);
	if (block) {
		return { ...tellRule({ rule: block, support: "unsupported" }), answers };
	}
	const unknown = answers.find(({ support }) => support === "unknown");
	return { ...(unknown || !best ? tellRule(unknown ?? { support: "unknown" }) : tellRule(best)), answers };
}

function tellRule({
	support,
	rule,
	backend,
}: Pick<SupportAnswer, "support" | "rule" | "backend">): Omit<SupportVerdict, "answers"> {
	return {
		support,
		...(backend !== undefined && { backend }),
		...(rule && { rule }),
		...(rule?.conflict !== undefined && { conflict: rule.conflict }),
		...(rule?.loadsAs !== undefined && { loadsAs: rule.loadsAs }),
	};
}

/** Each kind of device once: a model runs on one of them. Without devices, the vendor is all that is known. */
function listHardware(
	{ vendor, devices = [] }: TargetHardware,
	osName: string | undefined,
): readonly Omit<SupportCase, "runtime" | "formats">[] {
	const os = osName === undefined ? undefined : parseOs(osName);
	const kinds = new Map<string, Omit<SupportCase, "runtime" | "formats">>();
	const known: typeof devices = devices.length > 0 ? devices : [{}];
	for (const { computeCapability, gfxVersion } of known) {
		kinds.set(`${computeCapability} ${gfxVersion}`, {
			vendor,
			...(computeCapability !== undefined && { computeCapability: Number(computeCapability) }),
			...(gfxVersion !== undefined && { gfxVersion }),
			...(os && { os }),
		});
	}
	return [...kinds.values()];
}

function listRuntimes(
	{ runtimes }: TargetHardware,
	formats: readonly string[],
	rules: SupportRules,
): readonly string[] {
	return runtimes
		? runtimes.map((name) => findRuntime(name, rules) ?? name)
		: rules.usualRuntimes.filter((runtime) =>
				rules.byRuntime.get(runtime)?.some((rule) => {
					const coverage = readCoverage(rule, formats);
					return coverage === "exact" || coverage === "family";
				}),
			);
}

function answerForRuntime(
	runtime: string,
	cases: readonly Omit<SupportCase, "runtime">[],
	rules: SupportRules,
): RuntimeAnswer {
	const [best] = sortAnswers(
		cases.map((asked): SupportAnswer => {
			const answer = lookUpSupport({ ...asked, runtime }, rules);
			const all = sortAnswers([answer, ...answer.others]);
			const chosen = { ...(all[0] ?? answer), others: all.slice(1) };
			return runsAt(chosen.support) ? (findEngineLimit(asked, runtime, rules) ?? chosen) : chosen;
		}),
	);
	return { ...(best ?? { support: "unknown", caveats: [], others: [] }), runtime };
}

/** The answer of the library behind a format, where that does not run. */
function findEngineLimit(
	asked: Omit<SupportCase, "runtime">,
	runtime: string,
	rules: SupportRules,
): SupportAnswer | undefined {
	for (const format of asked.formats) {
		const engine = rules.engines[format];
		if (engine !== undefined && engine !== runtime) {
			const limit = lookUpSupport({ ...asked, runtime: engine }, rules);
			return limit.support === "unsupported" ? limit : undefined;
		}
	}
	return undefined;
}
