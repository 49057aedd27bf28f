import type { Range } from "./query.ts";

/** Size buckets by total parameters, as the ATOM project compares models; a lower bound belongs to its bucket. */
export const parameterBuckets = [
	"under1B",
	"from1To5B",
	"from5To10B",
	"from10To50B",
	"from50To100B",
	"from100To250B",
	"from250B",
] as const;

/** A size bucket by total parameters. */
export type ParameterBucket = (typeof parameterBuckets)[number];

const lowerBounds: Readonly<Record<ParameterBucket, number>> = {
	under1B: 0,
	from1To5B: 1e9,
	from5To10B: 5e9,
	from10To50B: 10e9,
	from50To100B: 50e9,
	from100To250B: 100e9,
	from250B: 250e9,
};

/** The bucket of a number of parameters (units, not billions); `undefined` stays unknown. */
export function findParameterBucket(parameters: number | undefined): ParameterBucket | undefined {
	if (parameters === undefined || !(parameters >= 0)) {
		return undefined;
	}
	let found: ParameterBucket | undefined;
	for (const bucket of parameterBuckets) {
		if (parameters >= lowerBounds[bucket]) {
			found = bucket;
		}
	}
	return found;
}

/** A bucket as the inclusive range that `Filters.parameters` takes. */
export function getBucketRange(bucket: ParameterBucket): Range {
	const next = parameterBuckets[parameterBuckets.indexOf(bucket) + 1];
	const min = lowerBounds[bucket];
	return {
		...(min > 0 ? { min } : {}),
		...(next === undefined ? {} : { max: lowerBounds[next] - 1 }),
	};
}
