import { type Relation, relations } from "../model/relation.ts";
import type { Derivatives, RelationDerivatives } from "./derivatives.ts";
import { formatMonth, nameMonth, parseMonth } from "./months.ts";

/** One relation's children by month; both arrays run along `DerivativeTimeline.months`. */
export interface RelationTimeline {
	readonly relation: Relation;
	/** Children created in the month; `undefined` where it is not covered. */
	readonly counts: readonly (number | undefined)[];
	/** Children in all at the end of the month, older ones that were not listed included. */
	readonly cumulative: readonly (number | undefined)[];
	/**
	 * Months from here on are covered; where only the newest children were listed, this one is a lower bound.
	 */
	readonly coveredFrom: string;
	readonly isPartial: boolean;
}

/** When a model's derivatives were created, by relation. */
export interface DerivativeTimeline {
	/** `YYYY-MM`, contiguous, UTC; empty where no child has a date. */
	readonly months: readonly string[];
	readonly byRelation: readonly RelationTimeline[];
	/** The month of release, if known and within `months`. */
	readonly releaseMonth?: string;
	/**
	 * `full`: every child is dated. `newest`: of some relation only the newest ones. `sample`: among models we
	 * know.
	 */
	readonly coverage: "full" | "newest" | "sample";
	readonly readAtMs: number;
}

/** Longer than the Hub exists, so that a wrong date cannot make an endless axis. */
const mostMonths = 240;

/**
 * Months from the release (or the first child) to the reading. A month without children within what was
 * listed is a true zero; before the oldest listed child, when there are more than were listed, it is unknown.
 */
export function buildDerivativeTimeline(
	derivatives: Derivatives,
	createdAtMs: number | undefined,
): DerivativeTimeline {
	const lastIndex = monthIndex(derivatives.readAtMs);
	const oldestIndex = lastIndex - mostMonths + 1;
	const found = relations.flatMap((relation) => {
		const read = derivatives.byRelation[relation];
		const byIndex = read === undefined ? undefined : indexMonths(read, oldestIndex, lastIndex);
		return read === undefined || byIndex === undefined || byIndex.size === 0
			? []
			: [{ relation, read, byIndex, firstIndex: Math.min(...byIndex.keys()) }];
	});
	const coverage =
		derivatives.scope === "sample"
			? "sample"
			: found.some(({ read }) => read.dated < read.count)
				? "newest"
				: "full";
	if (found.length === 0) {
		return { months: [], byRelation: [], coverage, readAtMs: derivatives.readAtMs };
	}
	const releaseIndex = createdAtMs === undefined ? undefined : monthIndex(createdAtMs);
	const isReleaseShown =
		releaseIndex !== undefined && releaseIndex >= oldestIndex && releaseIndex <= lastIndex;
	const firstIndex = Math.min(
		...found.map((entry) => entry.firstIndex),
		isReleaseShown ? releaseIndex : lastIndex,
	);
	const indexes = Array.from({ length: lastIndex - firstIndex + 1 }, (_, offset) => firstIndex + offset);
	return {
		months: indexes.map(nameMonth),
		byRelation: found.map((entry) => {
			const isPartial = entry.read.dated < entry.read.count;
			return {
				relation: entry.relation,
				...layOut(indexes, entry.byIndex, isPartial, entry.read.count - entry.read.dated),
				coveredFrom: nameMonth(isPartial ? entry.firstIndex : firstIndex),
				isPartial,
			};
		}),
		...(isReleaseShown ? { releaseMonth: nameMonth(releaseIndex) } : {}),
		coverage,
		readAtMs: derivatives.readAtMs,
	};
}

function layOut(
	indexes: readonly number[],
	byIndex: ReadonlyMap<number, number>,
	isPartial: boolean,
	unlisted: number,
): Pick<RelationTimeline, "counts" | "cumulative"> {
	const counts: (number | undefined)[] = [];
	const cumulative: (number | undefined)[] = [];
	let sum = isPartial ? unlisted : 0;
	let isCovered = !isPartial;
	for (const index of indexes) {
		const count = byIndex.get(index);
		isCovered ||= count !== undefined;
		sum += count ?? 0;
		counts.push(isCovered ? (count ?? 0) : undefined);
		cumulative.push(isCovered ? sum : undefined);
	}
	return { counts, cumulative };
}

function indexMonths(
	read: RelationDerivatives,
	oldestIndex: number,
	lastIndex: number,
): ReadonlyMap<number, number> {
	const byIndex = new Map<number, number>();
	for (const { month, count } of read.months) {
		const index = parseMonth(month);
		if (index !== undefined && index >= oldestIndex && index <= lastIndex && count > 0) {
			byIndex.set(index, (byIndex.get(index) ?? 0) + count);
		}
	}
	return byIndex;
}

function monthIndex(timeMs: number): number {
	return parseMonth(formatMonth(timeMs)) ?? 0;
}
