import { nameLoadedTask } from "../code/modelData.ts";
import { findSpokenLanguages } from "../languages/spokenLanguages.ts";
import type { Model } from "../model/model.ts";
import { parseRepoId } from "../model/repoId.ts";
import { findAlmost } from "./almost.ts";
import { findCounterfactuals } from "./counterfactuals.ts";
import { type Elimination, eliminate, firstFailure } from "./eliminate.ts";
import { groupFamilies, indexModels } from "./families.ts";
import { type NeedContext, type NeedKind, type Needs, needKinds } from "./needs.ts";
import { rankOutsiders } from "./outsiders.ts";
import {
	type LeftOut,
	mostCandidates,
	type PickCandidate,
	type PickResult,
	type ReasonCode,
	type TrailStep,
} from "./pickResult.ts";
import { type RankTerms, rankEntries } from "./rank.ts";
import { chooseShown, describeEntry, describeWork, isOfOtherPipeline } from "./rankedEntry.ts";
import { findSoleFailures } from "./soleFailure.ts";

/** The models to choose from, and what is asked for. */
export interface PickInput extends NeedContext {
	readonly models: readonly Model[];
}

/** With fewer than three, other sizes of a generation may come in. */
const fewestCandidates = 3;

/** So that one maker's generations do not fill the list. */
const mostOfMaker = 2;

const mostLeftOut = 10;
/** Of a step of the trail. */
const mostFallen = 30;

/**
 * Chooses three to seven models, fewer when fewer satisfy every requirement. One a family, by its original
 * where that satisfies everything; one a generation and two a maker, as long as there are others; what its name says is
 * made for other work only where there is nothing else. Ranked by
 * `rankEntries`; ties by repo id. The same models in any order give the same list.
 */
export function pickCandidates(input: PickInput): PickResult {
	const models = [...input.models].sort((a, b) => (a.repoId < b.repoId ? -1 : 1));
	const eliminations = models.map((model) => eliminate(model, input));
	const passed = eliminations.filter((each) => each.failure === undefined);
	const index = indexModels(models);
	const families = groupFamilies(
		passed.map((each) => each.model),
		index,
	);
	const ranked = rankFamilies(families, new Map(passed.map((each) => [each.model, each])), input);
	const suited = ranked.filter(({ terms }) => terms.otherWork === 0);
	const chosen = chooseDiverse(suited.length > 0 ? suited : ranked);
	const candidates = chosen.map((entry) => describe(entry, chosen, input));
	const standing = rankOutsiders(
		findSoleFailures(eliminations, input),
		passed.map((each) => each.model),
		index,
		input,
	);
	return {
		candidates,
		almost: findAlmost(
			standing,
			chosen.map((entry) => entry.model),
			input,
		),
		counterfactuals: findCounterfactuals(standing),
		total: models.length,
		trail: [
			...countTrail(eliminations),
			{ need: "family", left: families.length },
			{ need: "rank", left: candidates.length },
		],
		leftOut: listLeftOut(eliminations),
		fallen: listFallen(eliminations),
	};
}

/** The first requirement that a model fails; `undefined` if it satisfies them all: "why not this one?". */
export function explainModel(model: Model, context: NeedContext): LeftOut | undefined {
	const failure = firstFailure(model, context);
	return failure === undefined ? undefined : { model, ...failure };
}

type RankedFamily = Omit<PickCandidate, "reasons"> & {
	readonly series: string;
	readonly maker: string | undefined;
	readonly isPermissive: boolean;
};

function rankFamilies(
	families: ReturnType<typeof groupFamilies>,
	passed: ReadonlyMap<Model, Elimination>,
	input: PickInput,
): readonly RankedFamily[] {
	const entries = families.flatMap((family) => {
		const model = chooseShown(family, input);
		const siblings = family.members.filter((member) => member !== model);
		const elimination = model === undefined ? undefined : passed.get(model);
		if (model === undefined || elimination === undefined) {
			return [];
		}
		const { unverified, verdicts } = elimination;
		const loadAs = findHolder(verdicts, siblings);
		return [{ ...describeEntry(family, model, input, unverified, verdicts), siblings, elimination, loadAs }];
	});
	const ranks = rankEntries(entries, describeWork(input));
	return entries
		.flatMap(({ family, model, siblings, elimination, licenseClass, loadAs }, at) => {
			const rank = ranks[at];
			return rank === undefined
				? []
				: [
						{
							model,
							siblings,
							...rank,
							verdicts: elimination.verdicts,
							unverified: elimination.unverified,
							...(loadAs === undefined ? {} : { loadAs }),
							series: family.series,
							maker: family.maker,
							isPermissive: licenseClass === "permissive",
						},
					];
		})
		.sort((a, b) => b.score - a.score || (a.model.repoId < b.model.repoId ? -1 : 1));
}

/** Where a quantization was assumed: the repository of the family that holds some. */
function findHolder(verdicts: Elimination["verdicts"], siblings: readonly Model[]): Model | undefined {
	return verdicts.some(({ isAssumed }) => isAssumed)
		? siblings.find(({ formats }) => formats.includes("gguf"))
		: undefined;
}

function chooseDiverse(ranked: readonly RankedFamily[]): readonly RankedFamily[] {
	const seenSeries = new Set<string>();
	const byMaker = new Map<string, number>();
	const first: RankedFamily[] = [];
	const others: RankedFamily[] = [];
	for (const entry of ranked) {
		const maker = entry.maker ?? entry.series;
		const ofMaker = byMaker.get(maker) ?? 0;
		if (seenSeries.has(entry.series) || ofMaker >= mostOfMaker) {
			others.push(entry);
		} else {
			first.push(entry);
			byMaker.set(maker, ofMaker + 1);
		}
		seenSeries.add(entry.series);
	}
	const missing = Math.max(0, fewestCandidates - first.length);
	return [...first.slice(0, mostCandidates), ...others.slice(0, missing)];
}

function describe(entry: RankedFamily, all: readonly RankedFamily[], { needs }: PickInput): PickCandidate {
	const isTop = (term: keyof RankTerms) =>
		entry.terms[term] > 0 && all.every((other) => other.terms[term] <= entry.terms[term]);
	const { series: _series, maker, isPermissive, ...candidate } = entry;
	const isOf = (need: NeedKind) => entry.unverified.includes(need);
	const isVerified = needs.targets.length > 0 && !isOf("fit");
	const isToldLanguages = (needs.languages ?? []).length > 0 && !isOf("language");
	const isPublished = isToldLanguages && findSpokenLanguages(entry.model)?.published !== undefined;
	const reasons: readonly (readonly [ReasonCode, boolean])[] = [
		["otherWork", entry.terms.otherWork > 0],
		["otherCall", needsOtherCall(entry.model, needs)],
		["otherLoader", entry.terms.loading > 0 && !isOfOtherPipeline(entry.model, needs.pipelineKind)],
		["fitNotKnown", isOf("fit")],
		["licenseNotStated", isOf("license")],
		["languageNotStated", isOf("language")],
		["specialist", entry.terms.specialty > 0],
		["largest", isTop("size") && isVerified],
		["newest", isTop("recency")],
		["mostTrusted", isTop("trust")],
		["statesLanguages", isToldLanguages && !isPublished],
		["languagesPublished", isPublished],
		["contextNotStated", isOf("context")],
		["gatingNotStated", isOf("gating")],
		["fitsAllTargets", isVerified && needs.targets.length > 1],
		["permissiveLicense", isPermissive],
		["byOriginalAuthor", maker !== undefined && parseRepoId(entry.model.repoId)?.owner === maker],
	];
	return { ...candidate, reasons: reasons.flatMap(([code, holds]) => (holds ? [code] : [])) };
}

/** Whether the call that stands in the code is known to load no models of its task. */
function needsOtherCall(model: Model, { preferred, preferredKinds, pipelineKind }: Needs): boolean {
	const isCalled = preferredKinds?.includes("task") === true;
	const task = nameLoadedTask(model.task, [model.repoId, ...(model.baseModels?.repoIds ?? [])]);
	const isOtherTask = isCalled && task !== undefined && preferred?.tasks.includes(task) === false;
	return isOtherTask || isOfOtherPipeline(model, pipelineKind);
}

function countTrail(eliminations: readonly Elimination[]): readonly TrailStep[] {
	let left = eliminations.length;
	return needKinds.flatMap((need) => {
		const failed = eliminations.filter((each) => each.failure?.need === need).length;
		left -= failed;
		return failed === 0 ? [] : [{ need, left }];
	});
}

/** Models for other tasks are no news, and who fails by adoption is not well known. */
function listLeftOut(eliminations: readonly Elimination[]): readonly LeftOut[] {
	const known = eliminations.filter(
		({ failure }) => failure?.need !== "task" && failure?.need !== "adoption",
	);
	return listBestKnown(known, mostLeftOut);
}

function listFallen(eliminations: readonly Elimination[]): PickResult["fallen"] {
	return Object.fromEntries(
		needKinds.flatMap((need) => {
			const fallen = eliminations.filter(({ failure }) => failure?.need === need);
			return fallen.length === 0 ? [] : [[need, listBestKnown(fallen, mostFallen)]];
		}),
	);
}

/** Those that failed, by likes, which are people's, then by downloads. */
function listBestKnown(eliminations: readonly Elimination[], most: number): readonly LeftOut[] {
	return eliminations
		.flatMap(({ model, failure }) => (failure === undefined ? [] : [{ model, ...failure }]))
		.sort(
			({ model: a }, { model: b }) =>
				(b.counters.likes ?? -1) - (a.counters.likes ?? -1) ||
				(b.counters.downloads30d ?? -1) - (a.counters.downloads30d ?? -1) ||
				(a.repoId < b.repoId ? -1 : 1),
		)
		.slice(0, most);
}
