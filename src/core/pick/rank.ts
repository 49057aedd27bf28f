import type { LicenseClass } from "../license/licenseClass.ts";
import type { Model } from "../model/model.ts";
import { relations } from "../model/relation.ts";
import { parseRepoId } from "../model/repoId.ts";
import type { Family } from "./families.ts";
import { chooseQualityTask } from "./quality/qualityTask.ts";
import { type QualityKnowledge, type QualityScore, scoreModels } from "./quality/scoreModels.ts";

/** Terms of a rank, each from 0 to 1; `rankWeights` says what they count for, and which count against. */
export interface RankTerms {
	/**
	 * How good it is expected to be for the work among what is left, by independent evaluations of it and of its kin, and
	 * by size and release where there are none.
	 */
	readonly quality: number;
	/** Parameters among what is left: of what fits, larger models do better. */
	readonly size: number;
	/** Release of the base model among what is left: newer ones do better. */
	readonly recency: number;
	/** Downloads, likes and derivatives among what is left: others rely on it. */
	readonly trust: number;
	/** How simple the license is. */
	readonly license: number;
	/** 1 if the name tells a specialist for the work. */
	readonly specialty: number;
	/** 1 if the name tells a model for other work; counts against. */
	readonly otherWork: number;
	/** 1 if nothing that is in use loads it; counts against. */
	readonly loading: number;
	/** What is liked beside what is asked for: the share of it that is satisfied, what is not known counted a quarter. */
	readonly preferred: number;
	/** Requirements that are not known to be satisfied, as a share of all of them; counts against. */
	readonly unverified: number;
}

/**
 * What a term counts. On independent evaluations downloads rank near to random, parameters and recency together up to
 * 0.9 (NDCG@10), and results of other benchmarks with these two better still: so quality comes first, in which size and
 * recency count already, and adoption speaks for trust alone. A specialist comes before a general model of its quality,
 * not before a far better one; a model for other work is left behind by any other.
 */
export const rankWeights: RankWeights = {
	quality: 0.6,
	size: 0.05,
	recency: 0.05,
	trust: 0.2,
	license: 0.1,
	specialty: 0.15,
	preferred: 0.3,
	otherWork: -1,
	loading: -0.5,
	unverified: -0.5,
};

/** What each term counts. */
export type RankWeights = Readonly<Record<keyof RankTerms, number>>;

/** What is ranked: a family, by the member that is shown. */
export interface Ranked {
	readonly family: Family;
	readonly model: Model;
	readonly licenseClass: LicenseClass;
	/** Share of what is liked that it satisfies. */
	readonly preferred: number;
	/** Share of the requirements that are not known to be satisfied. */
	readonly unverified: number;
	/** Nothing that is in use loads it. */
	readonly isLoadedOtherwise?: boolean;
}

const licenseSimplicity: Readonly<Record<LicenseClass, number>> = {
	permissive: 1,
	conditions: 0.5,
	nonCommercial: 0.25,
	notStated: 0,
};

/** The place of an entry. */
export interface Rank {
	readonly terms: RankTerms;
	readonly score: number;
	/** What `terms.quality` rests on; absent where no evaluations are known of the kind of work. */
	readonly quality?: QualityScore;
}

/** What the entries are ranked for. */
export interface RankedFor {
	/** Pipeline ids of the work. */
	readonly tasks: readonly string[];
	/** Words of names that tell a specialist for it, and those that tell a model for other work. */
	readonly prefers: readonly string[];
	readonly avoids: readonly string[];
	/** What it must be able to do beside, which it is judged by where the task and the names tell no other work. */
	readonly capabilities?: readonly string[];
	/** What quality is judged by. */
	readonly quality: QualityKnowledge;
	/** What the terms count, where it is not `rankWeights`. */
	readonly weights?: RankWeights;
}

/**
 * Terms and their weighted sum for each entry, in the order of the entries. Unknown numbers rank last. Where no
 * evaluations are known of the work, quality is size and recency in equal parts.
 */
export function rankEntries(entries: readonly Ranked[], work: RankedFor): readonly Rank[] {
	const sizes = placeAmong(entries.map(({ model }) => model.parameters?.total.value));
	const dates = placeAmong(entries.map(({ family }) => family.createdAtMs));
	const downloads = placeAmong(entries.map(({ family }) => sumDownloads(family)));
	const likes = placeAmong(entries.map(({ family }) => maximum(family, (model) => model.counters.likes)));
	const children = placeAmong(entries.map(({ family }) => maximum(family, countChildren)));
	const task = chooseQualityTask(work.tasks, [...work.prefers, ...(work.capabilities ?? [])]);
	const scored = task === undefined ? [] : scoreModels(entries.map(asReleased), task, work.quality);
	const qualities = placeAmong(scored.map(({ score }) => score));
	return entries.map(({ model, licenseClass, preferred, unverified, isLoadedOtherwise }, index) => {
		const size = sizes[index] ?? 0;
		const recency = dates[index] ?? 0;
		const quality = scored[index];
		const terms: RankTerms = {
			quality: qualities[index] ?? (size + recency) / 2,
			size,
			recency,
			trust: ((downloads[index] ?? 0) + (likes[index] ?? 0) + (children[index] ?? 0)) / 3,
			license: licenseSimplicity[licenseClass],
			specialty: Number(hasWord(model.repoId, work.prefers)),
			otherWork: Number(hasWord(model.repoId, work.avoids)),
			loading: Number(isLoadedOtherwise === true),
			preferred,
			unverified,
		};
		return {
			terms,
			score: weigh(terms, work.weights ?? rankWeights),
			...(quality === undefined ? {} : { quality }),
		};
	});
}

/** The member that is shown, as old as its family: a new copy is no new model. */
function asReleased({ family, model }: Ranked): Model {
	return family.createdAtMs === undefined ? model : { ...model, createdAtMs: family.createdAtMs };
}

function weigh(terms: RankTerms, weights: RankWeights): number {
	return (
		weights.quality * terms.quality +
		weights.size * terms.size +
		weights.recency * terms.recency +
		weights.trust * terms.trust +
		weights.license * terms.license +
		weights.specialty * terms.specialty +
		weights.preferred * terms.preferred +
		weights.otherWork * terms.otherWork +
		weights.loading * terms.loading +
		weights.unverified * terms.unverified
	);
}

/** The share of the other values that are smaller, equal ones counted half; 0 for unknown ones. */
function placeAmong(values: readonly (number | undefined)[]): readonly number[] {
	const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
	const places = new Map<number, number>();
	let first = 0;
	while (first < sorted.length) {
		const value = sorted[first] ?? 0;
		let next = first;
		while (next < sorted.length && sorted[next] === value) {
			next += 1;
		}
		const others = Math.max(1, values.length - 1);
		places.set(value, (first + (next - first - 1) / 2 + values.length - sorted.length) / others);
		first = next;
	}
	return values.map((value) => (value === undefined ? 0 : (places.get(value) ?? 0)));
}

/** Whether a repository's name has one of the words, with or without a version (`ocr2`), also within one (`LightOnOCR`). */
function hasWord(repoId: string, hints: readonly string[]): boolean {
	const words = (parseRepoId(repoId)?.name ?? repoId)
		.split(/[-_.]+/)
		.flatMap((word) => [word, ...word.split(/(?<=[a-z])(?=[A-Z])/)]);
	return words
		.map((word) => word.toLowerCase())
		.some((word) => hints.includes(word) || hints.includes(word.replace(/\d+$/, "")));
}

function sumDownloads(family: Family): number | undefined {
	const known = family.members.flatMap((model) => model.counters.downloads30d ?? []);
	return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}

function maximum(family: Family, read: (model: Model) => number | undefined): number | undefined {
	const known = family.members.flatMap((model) => read(model) ?? []);
	return known.length === 0 ? undefined : Math.max(...known);
}

function countChildren(model: Model): number | undefined {
	const known = relations.flatMap((relation) => model.derivativeCounts?.[relation] ?? []);
	return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}
