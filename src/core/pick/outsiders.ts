import type { Model } from "../model/model.ts";
import { type Family, groupFamilies, type ModelIndex } from "./families.ts";
import type { NeedContext } from "./needs.ts";
import { rankEntries } from "./rank.ts";
import { chooseShown, describeEntry, describeWork } from "./rankedEntry.ts";
import type { SoleFailure } from "./soleFailure.ts";

/** A model that one requirement keeps out, with the rank that it would have among those that are in. */
export interface Outsider {
	readonly failure: SoleFailure;
	readonly family: Family;
	readonly score: number;
	/** The place, from 1, among the families that are in. */
	readonly place: number;
}

/** Those outside ranked together with those that are in. */
export interface Standing {
	/** None of a family that is in, none that is made for other work; in the order of families, and within them of their members. */
	readonly outsiders: readonly Outsider[];
	/** Scores of the families that are in, by the member that they show. */
	readonly scores: ReadonlyMap<Model, number>;
}

/** Ranks those that one requirement keeps out as if they were in. */
export function rankOutsiders(
	soleFailures: readonly SoleFailure[],
	passed: readonly Model[],
	index: ModelIndex,
	context: NeedContext,
): Standing {
	const byModel = new Map(soleFailures.map((each) => [each.model, each]));
	const isPassed = new Set(passed);
	const entries = groupFamilies([...passed, ...byModel.keys()], index).flatMap((family) => {
		const members = family.members.filter((member) => isPassed.has(member));
		const shown = chooseShown(members.length > 0 ? { ...family, members } : family, context);
		return shown === undefined ? [] : [describeEntry(family, shown, context)];
	});
	const ranks = rankEntries(entries, describeWork(context));
	const scored = entries.map((entry, at) => ({
		...entry,
		score: ranks[at]?.score ?? 0,
		isForOther: ranks[at]?.terms.otherWork === 1,
	}));
	const scores = new Map(
		scored.filter(({ model }) => isPassed.has(model)).map(({ model, score }) => [model, score]),
	);
	const standing = [...scores.values()];
	const outsiders = scored
		.filter(({ model, isForOther }) => !isPassed.has(model) && !isForOther)
		.flatMap(({ family, score }) => {
			const place = 1 + standing.filter((other) => other > score).length;
			return family.members.flatMap((member) => {
				const failure = byModel.get(member);
				return failure === undefined ? [] : [{ failure, family, score, place }];
			});
		});
	return { outsiders, scores };
}
