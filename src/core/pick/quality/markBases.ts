import type { Traits } from "./traits.ts";

/**
 * What is called like another model of its maker less the word that says that it answers, is that model's base
 * (`gemma-4-31B` of `gemma-4-31B-it`). The identities of these.
 */
export function findBases(traits: Iterable<Traits>): ReadonlySet<string> {
	const all = [...traits];
	const answering = new Set(
		all.flatMap(({ isAnswering, maker, sibling }) => (isAnswering ? [`${maker}/${sibling}`] : [])),
	);
	return new Set(
		all.flatMap(({ flags, identity, maker, sibling }) =>
			flags.has("pretrained") ||
			(!flags.has("tuned") && !flags.has("reasoning") && answering.has(`${maker}/${sibling}`))
				? [identity]
				: [],
		),
	);
}

/** Models, and whoever's copies of them, with what they are known to be. */
export function markBases(traits: readonly Traits[], bases: ReadonlySet<string>): readonly Traits[] {
	return traits.map((each) =>
		bases.has(each.identity) && !each.flags.has("pretrained")
			? { ...each, flags: new Set([...each.flags, "pretrained" as const]) }
			: each,
	);
}
