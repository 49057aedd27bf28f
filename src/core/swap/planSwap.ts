import { toRepoId } from "../code/check/legacyId.ts";
import { findModelIds } from "../code/ids/findModelIds.ts";
import { isCommit } from "../policy/lock.ts";

/** A replacement in a text, by offsets in UTF-16 units. */
export interface SwapEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What a swap does to a text. */
export interface TextSwap {
	/** In order; they do not overlap. */
	readonly edits: readonly SwapEdit[];
	/** Files of the old model's repository that are named beside its ID: they stay, and have to be looked at. */
	readonly namedFiles: readonly string[];
}

/**
 * Replaces every use of a model, under any of the IDs that lead to it, by another. A commit beside the ID is the old
 * model's: it becomes the new one's, or `main` where that is not known. Branches and tags stay.
 */
export function planSwap(
	text: string,
	languageId: string,
	from: readonly string[],
	to: { readonly repoId: string; readonly revision?: string },
): TextSwap {
	const wanted = new Set(from.map((id) => id.toLowerCase()));
	const edits: SwapEdit[] = [];
	const namedFiles: string[] = [];
	for (const use of findModelIds(text, languageId, { isCodeOnly: true })) {
		if (!wanted.has(use.id.toLowerCase()) && !wanted.has(toRepoId(use.id).toLowerCase())) {
			continue;
		}
		edits.push({ start: use.start, end: use.end, text: to.repoId });
		if (use.revision !== undefined && use.revisionSpan !== undefined && isCommit(use.revision)) {
			edits.push({ ...use.revisionSpan, text: to.revision ?? "main" });
		}
		const beside = use.file ?? use.variant;
		if (beside !== undefined) {
			namedFiles.push(beside);
		}
	}
	return { edits: edits.sort((a, b) => a.start - b.start), namedFiles };
}
