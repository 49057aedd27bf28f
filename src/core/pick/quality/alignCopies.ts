import type { Traits } from "./traits.ts";

/**
 * Copies of a model are as old, as large and as sparse as it: a new copy is no new model, and packed weights are miscounted.
 * Of one name, those of one maker, packed ones and whatever an evaluated model is called are copies. They tell of each other:
 * the maker that was evaluated, the earliest release of all, and the largest size for those that lack one or are packed. When
 * a model was packed says nothing of one that was evaluated before.
 */
export function alignCopies(
	traits: readonly Traits[],
	evaluated: ReadonlyMap<string, Traits>,
): readonly Traits[] {
	const groups = new Map<string, Traits[]>();
	for (const each of traits) {
		const group = groups.get(each.identity);
		if (group !== undefined) {
			group.push(each);
			continue;
		}
		const model = evaluated.get(each.identity);
		groups.set(each.identity, model === undefined ? [each] : [each, model]);
	}
	return traits.map((each) => {
		const isPacked = each.flags.has("packed");
		const model = evaluated.get(each.identity);
		const isKnown = isPacked || model !== undefined;
		const group = (groups.get(each.identity) ?? []).filter(({ maker }) => isKnown || maker === each.maker);
		// The table knows months only, which is no reason to make the model itself older.
		const isOriginal = !isPacked && model?.maker === each.maker;
		const dated = group.filter((one) => model === undefined || one === model || !one.flags.has("packed"));
		const years = dated.flatMap(({ year }) => year ?? []);
		const sizes = group.flatMap(({ logSize }) => logSize ?? []);
		const isAligned = isPacked || each.logSize === undefined;
		const { year, ...timeless } = each;
		const isOwnYear = isOriginal && year !== undefined;
		return {
			...timeless,
			...(model === undefined ? {} : { maker: model.maker }),
			...(isOwnYear ? { year } : years.length === 0 ? {} : { year: Math.min(...years) }),
			...(sizes.length === 0 || !isAligned ? {} : { logSize: Math.max(...sizes) }),
			...(isAligned
				? { logActiveShare: Math.min(...group.map(({ logActiveShare }) => logActiveShare)) }
				: {}),
			...(isAligned && group.some(({ flags }) => flags.has("mixture"))
				? { flags: new Set([...each.flags, "mixture" as const]) }
				: {}),
		};
	});
}
