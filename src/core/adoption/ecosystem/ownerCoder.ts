import type { Model } from "../../model/model.ts";
import type { WordColumn } from "./wordColumn.ts";

const slash = 47;

/** The owner of a repo id: the part before the slash; a legacy ID without one is its own owner. */
export function findOwner(repoId: string): string {
	const end = repoId.indexOf("/");
	return end > 0 ? repoId.slice(0, end) : repoId;
}

/** An owner and how many models it has. */
export interface OwnerCount {
	readonly value: string;
	readonly count: number;
}

/** The owners of models, those with most models first. */
export function countOwners(models: readonly Model[]): readonly OwnerCount[] {
	const counts = new Map<string, number>();
	for (const { repoId } of models) {
		const owner = findOwner(repoId);
		counts.set(owner, (counts.get(owner) ?? 0) + 1);
	}
	const owners = [...counts].map(([value, count]) => ({ value, count }));
	return owners.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * Writes the owners of repo ids (`findOwner`). An owner that was met before is known by two hashes of 30 bits each, so
 * that no text is cut out and looked up for each of many models; that two owners share both is out of the question.
 */
export class OwnerCoder {
	readonly #column: WordColumn;
	readonly #codeByHash = new Map<number, number>();
	/** The second hash of each code. */
	readonly #checks: number[] = [];

	constructor(column: WordColumn) {
		this.#column = column;
	}

	/** Writes the owner of a row's repo id. */
	set(row: number, repoId: string): void {
		let hash = 0;
		let check = 7;
		let length = 0;
		for (; length < repoId.length; length++) {
			const char = repoId.charCodeAt(length);
			if (char === slash && length > 0) {
				break;
			}
			hash = (Math.imul(hash, 31) + char) & 0x3fff_ffff;
			check = (Math.imul(check, 37) ^ char) & 0x3fff_ffff;
		}
		const known = this.#codeByHash.get(hash);
		if (known !== undefined && this.#checks[known] === check) {
			this.#column.codes[row] = known;
			return;
		}
		const code = this.#column.encode(repoId.slice(0, length));
		this.#column.codes[row] = code;
		this.#codeByHash.set(hash, code);
		this.#checks[code] = check;
	}
}
