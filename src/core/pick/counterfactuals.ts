import type { Model } from "../model/model.ts";
import type { NeedKind } from "./needs.ts";
import type { Outsider, Standing } from "./outsiders.ts";
import { mostCandidates } from "./pickResult.ts";

/**
 * One requirement, loosened by the least that lets a model in:
 * - `memory`: so much more on each target,
 * - `context`: so many tokens instead,
 * - `license`: terms that are not allowed were acceptable; no id: none are stated,
 * - `language`: one language that would not be asked for,
 * - `gating`: gated models, too,
 * - `unknown`: models for which it is not known whether they satisfy the requirement.
 */
export type Relaxation =
	| { readonly kind: "memory"; readonly extraBytes: number }
	| { readonly kind: "context"; readonly contextTokens: number }
	| { readonly kind: "license"; readonly licenseId?: string }
	| { readonly kind: "language"; readonly language: string }
	| { readonly kind: "gating" }
	| { readonly kind: "unknown"; readonly need: NeedKind };

/** What one relaxation would bring in. */
export interface Counterfactual {
	readonly relaxation: Relaxation;
	/** Families that would come in, at least 1. */
	readonly families: number;
	/** The one of them that would rank first. */
	readonly best: Model;
	/** The place, from 1, that it would have among what passes now. */
	readonly place: number;
}

const gibibyte = 1024 ** 3;
/** As memory is sold. */
const memorySteps = [2, 4, 8, 12, 16, 24, 32, 48, 64, 80, 96, 128, 192, 256, 384, 512, 768, 1024].map(
	(size) => size * gibibyte,
);
/** As context lengths are declared. */
const contextSteps = Array.from({ length: 12 }, (_, power) => 1_048_576 / 2 ** power);

const mostCounterfactuals = 6;

/** Times the memory that is there: more than two such machines beside it nobody adds. */
const memoryReach = 2;

/**
 * What one relaxation each would bring onto the list, by the place that its best would have, then by how much it brings
 * in. Memory and context appear with the least that changes something, and with what would bring a new first, where that
 * is more. Memory that is far beyond what is there is named only where nothing passes: the least that lets anything in.
 */
export function findCounterfactuals({ outsiders: all, scores }: Standing): readonly Counterfactual[] {
	const outsiders = scores.size === 0 ? all : all.filter(isWithinReach);
	const steps = {
		memory: listSteps(outsiders, ({ failure }) => roundMemory(failure.missingBytes)),
		context: listSteps(outsiders, ({ failure }) => roundContext(failure.contextTokens), true),
	};
	const groups = new Map<string, { relaxation: Relaxation; members: Outsider[] }>();
	for (const outsider of outsiders) {
		for (const relaxation of listRelaxations(outsider, steps)) {
			const key = JSON.stringify(relaxation);
			const group = groups.get(key) ?? { relaxation, members: [] };
			groups.set(key, group);
			group.members.push(outsider);
		}
	}
	return [...groups.values()]
		.flatMap(({ relaxation, members }) => describe(relaxation, members) ?? [])
		.filter(({ place }) => place <= mostCandidates)
		.sort((a, b) => a.place - b.place || b.families - a.families || (a.best.repoId < b.best.repoId ? -1 : 1))
		.slice(0, mostCounterfactuals);
}

function isWithinReach({ failure: { missingBytes = 0, verdicts } }: Outsider): boolean {
	const budgets = verdicts.flatMap(({ answer, budget }) => (answer === "fits" ? [] : (budget?.value ?? [])));
	return missingBytes === 0 || missingBytes <= Math.min(...budgets) * memoryReach;
}

function listRelaxations(
	{ failure }: Outsider,
	steps: { readonly memory: readonly number[]; readonly context: readonly number[] },
): readonly Relaxation[] {
	const { need, isUnknown, missingBytes, contextTokens, missingLanguages, model } = failure;
	if (need === "license") {
		const { license } = model;
		if (isUnknown && license !== undefined) {
			return [{ kind: "unknown", need }];
		}
		return [{ kind: "license", ...(license === undefined ? {} : { licenseId: license.name ?? license.id }) }];
	}
	if (isUnknown) {
		return [{ kind: "unknown", need }];
	}
	if (need === "gating") {
		return [{ kind: "gating" }];
	}
	if (need === "language") {
		const [language, ...others] = missingLanguages ?? [];
		return language === undefined || others.length > 0 ? [] : [{ kind: "language", language }];
	}
	if (need === "fit" && missingBytes !== undefined) {
		return steps.memory
			.filter((extraBytes) => missingBytes <= extraBytes)
			.map((extraBytes) => ({ kind: "memory", extraBytes }));
	}
	if (need === "context" && contextTokens !== undefined) {
		return steps.context
			.filter((step) => contextTokens >= step)
			.map((step) => ({ kind: "context", contextTokens: step }));
	}
	return [];
}

/** The nearest step that lets anybody in, and the nearest that lets the best in. */
function listSteps(
	outsiders: readonly Outsider[],
	read: (outsider: Outsider) => number | undefined,
	isDownward = false,
): readonly number[] {
	const steps = outsiders.flatMap((outsider) => {
		const step = read(outsider);
		return step === undefined ? [] : [{ step, score: outsider.score, isNear: isWithinReach(outsider) }];
	});
	const near = (a: number, b: number): number => (isDownward ? b - a : a - b);
	const [nearest] = [...steps].sort((a, b) => near(a.step, b.step));
	const [best] = steps
		.filter(({ isNear }) => isNear)
		.sort((a, b) => b.score - a.score || near(a.step, b.step));
	return [...new Set([nearest, best].flatMap((each) => each?.step ?? []))];
}

function roundMemory(bytes: number | undefined): number | undefined {
	return bytes === undefined ? undefined : memorySteps.find((step) => step >= bytes);
}

function roundContext(tokens: number | undefined): number | undefined {
	return tokens === undefined ? undefined : contextSteps.find((step) => step <= tokens);
}

function describe(relaxation: Relaxation, group: readonly Outsider[]): Counterfactual | undefined {
	const [best] = [...group].sort(
		(a, b) =>
			b.score - a.score ||
			a.family.members.indexOf(a.failure.model) - b.family.members.indexOf(b.failure.model),
	);
	return best === undefined
		? undefined
		: {
				relaxation,
				families: new Set(group.map(({ family }) => family.key)).size,
				best: best.failure.model,
				place: best.place,
			};
}
