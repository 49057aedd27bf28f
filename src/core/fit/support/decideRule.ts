import { type Coverage, coverages, readCoverage } from "./matchRules.ts";
import { evidenceKinds, type SupportRule, supportLevels } from "./supportRule.ts";

/** The name of all GGUF, whatever their blocks. */
const anyGguf = "gguf";

interface Weighed {
	readonly rule: SupportRule;
	readonly coverage: Coverage;
}

/**
 * Which of the rules that match a case decides: narrower hardware before wider, then the better evidence (code, docs,
 * issue, third party), then the newer one. That all GGUF runs there does not answer for a kind of GGUF of which less
 * is said by name.
 */
export function decideRule(
	matches: readonly SupportRule[],
	formats: readonly string[],
): SupportRule | undefined {
	const weighed = keepDirect(matches, formats).map(
		(rule): Weighed => ({ rule, coverage: readCoverage(rule, formats) ?? "any" }),
	);
	const first = chooseFirst(weighed);
	const byName = chooseFirst(weighed.filter(({ coverage }) => first && isWider(first.coverage, coverage)));
	return byName && first && isWorse(byName.rule, first.rule) ? byName.rule : first?.rule;
}

/** A GGUF that is not told apart: what is said of all GGUF answers it, before what is said of the usual kind. */
function keepDirect(matches: readonly SupportRule[], formats: readonly string[]): readonly SupportRule[] {
	const direct = formats.includes(anyGguf) ? matches.filter((rule) => rule.formats.includes(anyGguf)) : [];
	return direct.length > 0 ? [...direct, ...matches.filter((rule) => rule.formats.includes("*"))] : matches;
}

function chooseFirst(weighed: readonly Weighed[]): Weighed | undefined {
	const narrowest = weighed.filter((rule) => !weighed.some((other) => compareHardware(other, rule) < 0));
	const [first] = narrowest.sort(
		(a, b) =>
			evidenceKinds.indexOf(a.rule.evidence) - evidenceKinds.indexOf(b.rule.evidence) ||
			compareText(b.rule.asOf, a.rule.asOf) ||
			coverages.indexOf(a.coverage) - coverages.indexOf(b.coverage) ||
			a.rule.formats.length - b.rule.formats.length ||
			compareText(a.rule.id, b.rule.id),
	);
	return first;
}

/**
 * Below 0 where the hardware of `a` is narrower, 0 where neither is. A rule for Windows alone comes before those that
 * were not written for it; one that names devices before one that does not. How a runtime does whatever the format
 * counts only where no rule that names devices tells the format, unless it is that it does not run.
 */
function compareHardware(weighedA: Weighed, weighedB: Weighed): number {
	const { rule: a } = weighedA;
	const { rule: b } = weighedB;
	const order =
		Number(isForWindows(b)) - Number(isForWindows(a)) ||
		Number(namesDevices(b)) - Number(namesDevices(a)) ||
		Number(runsAnything(weighedA)) - Number(runsAnything(weighedB));
	if (order !== 0) {
		return order;
	}
	const isWithin = isRangeWithin(a, b);
	if (isWithin !== isRangeWithin(b, a)) {
		return isWithin ? -1 : 1;
	}
	// Ranges that only overlap: neither is narrower.
	return isWithin
		? (a.gfxVersions?.length ?? 0) - (b.gfxVersions?.length ?? 0) || countSystems(a) - countSystems(b)
		: 0;
}

function isForWindows({ systems }: SupportRule): boolean {
	return systems?.every(({ family }) => family === "windows") ?? false;
}

function runsAnything({ rule, coverage }: Weighed): boolean {
	return coverage === "any" && rule.support !== "unsupported";
}

function namesDevices({ gfxVersions, minComputeCapability, maxComputeCapability }: SupportRule): boolean {
	return (
		gfxVersions !== undefined || minComputeCapability !== undefined || maxComputeCapability !== undefined
	);
}

function isRangeWithin(a: SupportRule, b: SupportRule): boolean {
	return (
		(a.minComputeCapability ?? 0) >= (b.minComputeCapability ?? 0) &&
		(a.maxComputeCapability ?? Number.POSITIVE_INFINITY) <=
			(b.maxComputeCapability ?? Number.POSITIVE_INFINITY)
	);
}

/** More than any list has, where all are meant. */
function countSystems({ systems }: SupportRule): number {
	return systems?.length ?? 100;
}

function isWider(a: Coverage, b: Coverage): boolean {
	return coverages.indexOf(a) > coverages.indexOf(b);
}

function isWorse(a: SupportRule, b: SupportRule): boolean {
	return supportLevels.indexOf(a.support) > supportLevels.indexOf(b.support);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
