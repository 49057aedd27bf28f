import type { Strength, TargetNeed } from "../requirement.ts";
import type { Mention, Sentence } from "./sentence.ts";

/** A machine while it is put together from what was said of it. */
export interface Machine {
	at: number;
	end: number;
	need: TargetNeed;
	strength: Strength;
	/** Its memory was said, not looked up. */
	hasSaidMemory: boolean;
}

/** Memory that was said. */
interface SaidMemory {
	readonly bytes: number;
	/** The system's, not a card's. */
	readonly isSystem: boolean;
	/** What it was called: "of VRAM". */
	readonly own: string;
	readonly strength: Strength;
}

const isSum = /^ (?:in )?(?:total|combined|altogether|overall|across)\b/i;
const card = /\bvram\b|\bgpu memory\b|\bvideo (?:memory|ram)\b|\bgraphics memory\b|\bcard\b|\bgpu\b/i;

/** Gives memory to the nearest machine that has none, or to one that is only known by it. */
export function attachMemory(
	machines: Machine[],
	sentence: Sentence,
	{ at, end }: Pick<Mention, "at" | "end">,
	{ bytes, isSystem, own, strength }: SaidMemory,
): void {
	const distance = (each: Machine) => (at >= each.end ? at - each.end : Math.max(0, each.at - end));
	const isShared = (each: Machine) => each.need.vendor === "cpu" || each.need.vendor === "apple";
	const isInWay = (each: Machine) =>
		distance(each) > 25 &&
		/[.;!?]\s|\bbut\b/i.test(sentence.text.slice(Math.min(each.end, end), Math.max(each.at, at)));
	const candidates = machines
		.filter(
			(each) =>
				distance(each) < 80 &&
				!isInWay(each) &&
				(isSystem ? !isShared(each) || !each.hasSaidMemory : !each.hasSaidMemory),
		)
		.sort((a, b) => distance(a) - distance(b));
	const [nearest] = candidates;
	const beside = machines.find(
		(each) =>
			distance(each) < 40 &&
			each.hasSaidMemory &&
			each.need.vendor !== undefined &&
			!isShared(each) &&
			!isInWay(each),
	);
	if (nearest === undefined && beside !== undefined && own === "") {
		if (bytes > (beside.need.memoryBytes ?? bytes)) {
			beside.need = { ...beside.need, systemMemoryBytes: bytes };
		}
		return;
	}
	const bare = machines.find(({ need }) => need.vendor === "cpu" && need.memoryBytes === undefined);
	if (nearest === undefined && bare !== undefined && machines.length === 1 && !card.test(own)) {
		bare.need = { ...bare.need, memoryBytes: bytes };
		return;
	}
	if (nearest === undefined) {
		const count = Number(
			/(?:^|[^\w.])(\d{1,2}) ?[x×*] ?$/i.exec(sentence.text.slice(0, at))?.[1] ??
				(/^ (?:\w+ )?(?:cards|gpus)\b/i.test(sentence.text.slice(end))
					? /(?:^|[^\w.])(\d{1,2}) $/.exec(sentence.text.slice(0, at))?.[1]
					: undefined) ??
				/(?:^|[^\w.])(\d{1,2}) (?:\w+ )?(?:cards|gpus) (?:with|of|at|\() ?$/i.exec(
					sentence.text.slice(0, at),
				)?.[1] ??
				1,
		);
		const isCard = card.test(own) || card.test(wordsAfter(sentence, { at, end }));
		machines.push({
			at,
			end,
			need:
				isSystem && !isCard
					? { systemMemoryBytes: bytes }
					: { memoryBytes: bytes, ...(count > 1 ? { count } : {}) },
			strength: isSum.test(sentence.text.slice(end)) ? "prefer" : strength,
			hasSaidMemory: !isSystem,
		});
		return;
	}
	const known = nearest.need.memoryBytes;
	const isMore = known !== undefined && bytes >= known * 1.5 && !isShared(nearest);
	const isFar =
		distance(nearest) > 12 &&
		!card.test(sentence.text.slice(Math.min(nearest.end, end), Math.max(nearest.at, at)));
	// That of all cards together.
	const isTotal = isMore && own !== "" && !isSystem;
	if (isTotal || (known !== undefined && isFar && bytes < known && !isShared(nearest))) {
		return;
	}
	if ((isSystem || isMore) && !isShared(nearest)) {
		nearest.need = { ...nearest.need, systemMemoryBytes: bytes };
	} else {
		nearest.need = { ...nearest.need, memoryBytes: bytes };
		nearest.hasSaidMemory = true;
	}
	nearest.at = Math.min(nearest.at, at);
	nearest.end = Math.max(nearest.end, end);
}

/** The two words after a place, of its clause. */
export function wordsAfter(sentence: Sentence, { at, end }: Pick<Mention, "at" | "end">): string {
	const clause = sentence.text.slice(end, Math.min(end + 40, sentence.clauseOf(at, end).end));
	return /^(?:[^\w,;.]*\w+){0,2}/.exec(clause)?.[0] ?? "";
}
