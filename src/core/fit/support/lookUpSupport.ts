import { decideRule } from "./decideRule.ts";
import { findBackend, namesBackend } from "./findBackend.ts";
import { findFormats } from "./findFormats.ts";
import { readRuntimeName } from "./findRuntime.ts";
import { isPreconditionMet, matchRules, type NamedCase } from "./matchRules.ts";
import type { SupportRules } from "./openSupportRules.ts";
import type { SupportCase } from "./supportCase.ts";
import { type SupportLevel, type SupportRule, supportLevels } from "./supportRule.ts";

/** The answer to a case. No rule: `unknown`, never "no". */
export interface SupportAnswer {
	readonly support: SupportLevel;
	/** The rule that decided. */
	readonly rule?: SupportRule;
	/** The backend that it is for; absent: the runtime's, whichever. */
	readonly backend?: string;
	/** Sources disagree about it. */
	readonly conflict?: string;
	/** Rules whose precondition the case does not show to hold. They never decide. */
	readonly caveats: readonly SupportRule[];
	/** What the runtime's other backends would do, from the best to the worst. */
	readonly others: readonly SupportAnswer[];
}

/**
 * What the table says to a case. Backends are alternatives: a case that names one is answered for that one; otherwise
 * for the backend that the vendor's devices are run with by default, if it runs there at all, else the best of
 * the others, which are told in any case.
 */
export function lookUpSupport(asked: SupportCase, rules: SupportRules): SupportAnswer {
	const { runtime: runtimeName, backend: backendAsked, formats, ...hardware } = asked;
	const read = readRuntimeName(runtimeName, rules);
	const runtimeRules = rules.byRuntime.get(read?.runtime ?? "") ?? [];
	const backendName = backendAsked ?? read?.backend;
	const found =
		backendName === undefined ? undefined : findBackend(backendName, runtimeRules, rules.backendParents);
	const isNamed =
		backendName !== undefined &&
		(found !== undefined || !isAnyGpu(backendName)) &&
		namesBackend(backendName, backendAsked === undefined ? "" : runtimeName);
	const askedBackend = isNamed ? backendName : undefined;
	const backend = isNamed ? found : undefined;
	const named: NamedCase = {
		...hardware,
		formats: findFormats(formats, rules),
		runtimeRules,
		...(backend !== undefined && { backend }),
		...(askedBackend !== undefined && { askedBackend }),
	};
	const matches = matchRules(named);
	if (askedBackend === undefined) {
		return chooseBackend(named, matches, rules);
	}
	const answer = answerFor(backend, named, matches, rules);
	if (answer.rule || backend === undefined) {
		return answer;
	}
	// Nothing is said of "CPU" as such, but of its parts.
	const parts = Object.keys(rules.backendParents).filter((part) => rules.backendParents[part] === backend);
	const [best] = sortAnswers(parts.map((part) => answerFor(part, named, matches, rules)));
	return best?.rule ? best : answer;
}

/** From the best to the worst. What decided nothing comes last. */
export function sortAnswers<Answer extends Pick<SupportAnswer, "support" | "rule">>(
	answers: readonly Answer[],
): readonly Answer[] {
	const order = ({ support, rule }: Answer): number =>
		rule ? supportLevels.indexOf(support) : supportLevels.length;
	return [...answers].sort((a, b) => order(a) - order(b));
}

function chooseBackend(
	named: NamedCase,
	matches: readonly SupportRule[],
	rules: SupportRules,
): SupportAnswer {
	const backends = [...new Set(matches.flatMap((rule) => rule.backends))];
	const decided = sortAnswers(
		backends.map((backend) => answerFor(backend, named, matches, rules)).filter(({ rule }) => rule),
	);
	const own = decided.find(({ backend, support }) => runsAt(support) && isOwn(backend, named.vendor, rules));
	const chosen = own ?? decided[0] ?? answerFor(undefined, named, matches, rules);
	return { ...chosen, others: decided.filter((other) => other !== chosen) };
}

/** Says no more than that it is not the processor. */
function isAnyGpu(backend: string): boolean {
	return /^\s*i?gpu\s*$/i.test(backend);
}

/** Whether a level means that the runtime starts and answers, however well. */
export function runsAt(support: SupportLevel): boolean {
	return support === "native" || support === "emulated" || support === "experimental";
}

function isOwn(backend: string | undefined, vendor: string, rules: SupportRules): boolean {
	const root = rules.backendParents[backend ?? ""] ?? backend;
	return root !== undefined && (rules.ownBackends[vendor] ?? []).includes(root);
}

/**
 * A rule for a build decides over those for what it is a build of; a rule that names no backend is about each. A rule
 * with a precondition is asked only where no other matches, and only if the case shows that the precondition holds.
 */
function answerFor(
	backend: string | undefined,
	named: NamedCase,
	matches: readonly SupportRule[],
	rules: SupportRules,
): SupportAnswer {
	const about = (name: string | undefined): readonly SupportRule[] =>
		matches.filter(({ backends }) => name !== undefined && backends.includes(name));
	const own = about(backend);
	const inherited = about(rules.backendParents[backend ?? ""]);
	const general = matches.filter(({ backends }) => backends.length === 0);
	const isMet = (rule: SupportRule): boolean => isPreconditionMet(rule, named, rules);
	const isPlain = ({ needs }: SupportRule): boolean => needs === undefined;
	const decide = (holds: (rule: SupportRule) => boolean): SupportRule | undefined =>
		decideRule([...(own.some(holds) ? own : inherited), ...general].filter(holds), named.formats);
	const rule = decide(isPlain) ?? decide(isMet);
	return {
		support: rule?.support ?? "unknown",
		...(rule && { rule }),
		...(backend !== undefined && { backend }),
		...(rule?.conflict !== undefined && { conflict: rule.conflict }),
		caveats: [...own, ...inherited, ...general].filter((other) => !isMet(other)),
		others: [],
	};
}
