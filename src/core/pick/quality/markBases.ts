import type { Traits } from "./traits.ts";

/**
 * What tells bases from models that answer: what is called like another model of its maker less the word that says that it
 * answers, is that model's base (`gemma-4-31B` of `gemma-4-31B-it`).
 */
export interface BaseIndex {
	/** Names of models that answer, less that word. */
	readonly answering: ReadonlySet<string>;
	/** Names that do not say whether they answer, with the identities that have them. */
	readonly plain: ReadonlyMap<string, readonly string[]>;
	/** Identities of what says itself that it is a base, or is told by another here. */
	readonly bases: ReadonlySet<string>;
}

/** Indexes models once, so that any others can be held against them. */
export function indexBases(traits: Iterable<Traits>): BaseIndex {
	const answering = new Set<string>();
	const plain = new Map<string, string[]>();
	const bases = new Set<string>();
	for (const { flags, identity, isAnswering, maker, sibling } of traits) {
		const name = `${maker}/${sibling}`;
		if (isAnswering) {
			answering.add(name);
		}
		if (flags.has("pretrained")) {
			bases.add(identity);
		} else if (!flags.has("tuned") && !flags.has("reasoning")) {
			plain.set(name, [...(plain.get(name) ?? []), identity]);
		}
	}
	addAnswered(bases, plain, answering);
	return { answering, plain, bases };
}

/** Models, and whoever's copies of them, with what they are known to be by themselves and by those in the index. */
export function markBases(traits: readonly Traits[], known: BaseIndex): readonly Traits[] {
	const own = indexBases(traits);
	const bases = new Set(own.bases);
	addAnswered(bases, own.plain, known.answering);
	addAnswered(bases, known.plain, own.answering);
	return traits.map((each) =>
		!each.flags.has("pretrained") && (bases.has(each.identity) || known.bases.has(each.identity))
			? { ...each, flags: new Set([...each.flags, "pretrained" as const]) }
			: each,
	);
}

function addAnswered(bases: Set<string>, plain: BaseIndex["plain"], answering: ReadonlySet<string>): void {
	for (const name of answering) {
		for (const identity of plain.get(name) ?? []) {
			bases.add(identity);
		}
	}
}
