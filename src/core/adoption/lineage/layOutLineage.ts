import type { Model } from "../../model/model.ts";
import { type Relation, relations } from "../../model/relation.ts";
import { type FamilyTree, mostLevels } from "./familyTree.ts";

/** A model in the tree. */
export interface LineageRow {
	readonly repoId: string;
	/** 0: the root. A row's parent is the last row before it that is one less deep. */
	readonly depth: number;
	readonly place: "ancestor" | "self" | "descendant";
	/** How it was made from the row above it; absent for the root, and where it is not told. */
	readonly relation?: Relation;
	/** Other parents than the row above it, as a merge has. */
	readonly alsoFrom: readonly string[];
	/** Absent: only its name is known. */
	readonly model?: Model;
	/** Children that are known and not shown, since others are larger. */
	readonly hiddenChildren: number;
}

/** Children shown of each relation: of the model itself, and of each model below. */
const shownChildren = 5;
const shownGrandchildren = 2;

/**
 * The tree as rows from top to bottom: along the first parents up to the root, the model itself, and below it the most
 * downloaded derivatives that are known, by relation, to six levels. A model stands once; a cycle ends.
 */
export function layOutLineage(tree: FamilyTree, repoId: string): readonly LineageRow[] {
	const seen = new Set<string>();
	const trunk = climb(tree, repoId, seen);
	const rows: LineageRow[] = [];
	trunk.forEach(({ id, model }, depth) => {
		const parents = model?.baseModels?.repoIds ?? [];
		const isSelf = depth === trunk.length - 1;
		rows.push({
			repoId: id,
			depth,
			place: isSelf ? "self" : "ancestor",
			alsoFrom: parents.slice(depth === 0 ? 0 : 1),
			hiddenChildren: 0,
			...(depth === 0 || model?.baseModels?.relation === undefined
				? {}
				: { relation: model.baseModels.relation }),
			...(model === undefined ? {} : { model }),
		});
	});
	const hidden = descend(tree, repoId, { depth: trunk.length, level: 1, seen, rows });
	const self = rows[trunk.length - 1];
	if (self !== undefined) {
		rows[trunk.length - 1] = { ...self, hiddenChildren: hidden };
	}
	return rows;
}

/** Root first. A parent that was seen already ends the trunk: it is a cycle. */
function climb(
	tree: FamilyTree,
	repoId: string,
	seen: Set<string>,
): { readonly id: string; readonly model: Model | undefined }[] {
	const trunk: { readonly id: string; readonly model: Model | undefined }[] = [];
	let next: string | undefined = repoId;
	for (let level = 0; next !== undefined && level <= mostLevels; level++) {
		const model = tree.find(next);
		const id: string = model?.repoId ?? next;
		if (seen.has(id.toLowerCase())) {
			break;
		}
		seen.add(id.toLowerCase());
		trunk.unshift({ id, model });
		next = model?.baseModels?.repoIds[0];
	}
	return trunk;
}

/** Adds the rows below a model; how many of its known children are not shown. */
function descend(
	tree: FamilyTree,
	repoId: string,
	at: {
		readonly depth: number;
		readonly level: number;
		readonly seen: Set<string>;
		readonly rows: LineageRow[];
	},
): number {
	const { depth, level, seen, rows } = at;
	const children = tree.listChildren(repoId).filter((child) => !seen.has(child.repoId.toLowerCase()));
	if (level > mostLevels) {
		return children.length;
	}
	const shown = level === 1 ? shownChildren : shownGrandchildren;
	const chosen = [...relations, undefined].flatMap((relation) =>
		children
			.filter((child) => child.baseModels?.relation === relation)
			.sort((a, b) => (b.counters.downloads30d ?? 0) - (a.counters.downloads30d ?? 0))
			.slice(0, shown),
	);
	for (const child of chosen) {
		seen.add(child.repoId.toLowerCase());
	}
	for (const child of chosen) {
		const position = rows.length;
		const relation = child.baseModels?.relation;
		const row: LineageRow = {
			repoId: child.repoId,
			depth,
			place: "descendant",
			alsoFrom: (child.baseModels?.repoIds ?? []).filter((parent) => !tree.isSame(parent, repoId)),
			model: child,
			hiddenChildren: 0,
			...(relation === undefined ? {} : { relation }),
		};
		rows.push(row);
		const hiddenChildren = descend(tree, child.repoId, { depth: depth + 1, level: level + 1, seen, rows });
		rows[position] = { ...row, hiddenChildren };
	}
	return children.length - chosen.length;
}
