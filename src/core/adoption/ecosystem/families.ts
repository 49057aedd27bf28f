import { sumDownloads } from "./barChart.ts";
import type { EcosystemChart } from "./ecosystemChart.ts";
import { blockRows, type EcosystemFrame, shapeOf } from "./ecosystemFrame.ts";
import { type Groups, groupRows } from "./groups.ts";
import { findOwner } from "./ownerCoder.ts";
import type { Pacer } from "./pacer.ts";

const shapes = 2 ** 16;

/** As far as lineage is followed. */
const mostLevels = 6;

/** Families that are shown. */
const mostFamilies = 40;

/** The families of rows. */
export interface FamilyColumn {
	/** The code of a row's family, along the frame's rows; −1: it derives from none, and none from it. */
	readonly codes: Int32Array;
	/** The root's repo id by code: as the model has it where it is known, else as its children write it. */
	readonly roots: readonly string[];
	/** The root's row by code; −1: not among the models. */
	readonly rootRows: readonly number[];
	/** The rows of each family. */
	readonly groups: Groups;
}

/**
 * The family of each row: that of the oldest ancestor within six levels, by first parents. One that is not among the
 * models is a root by its name alone; a cycle has an end like any other line. IDs are compared in any case.
 */
export async function findFamilies(frame: EcosystemFrame, pacer: Pacer): Promise<FamilyColumn> {
	const parentRows = await findParentRows(frame, pacer);
	const codeByRow = new Int32Array(frame.models.length).fill(-1);
	const codeByName = new Map<string, number>();
	const roots: string[] = [];
	const rootRows: number[] = [];
	const add = (root: string, row: number): number => {
		rootRows.push(row);
		return roots.push(root) - 1;
	};
	// Where the line ends is the same for all children of a parent; who has none stands in no family.
	const codeOfParent = frame.parents.words.map((_word, parent) => {
		const end = climb(frame, parentRows, parent);
		if (end >= 0) {
			const known = codeByRow[end] ?? -1;
			const code = known < 0 ? add(frame.models[end]?.repoId ?? "", end) : known;
			codeByRow[end] = code;
			return code;
		}
		// Of several spellings one is shown.
		const written = frame.parents.words[-1 - end] ?? "";
		const name = written.toLowerCase();
		const code = codeByName.get(name) ?? add(written, -1);
		codeByName.set(name, code);
		return code;
	});
	await pacer.rest();
	const codes = frame.parents.codes.map((parent, row) =>
		parent < 0 ? (codeByRow[row] ?? -1) : (codeOfParent[parent] ?? -1),
	);
	return { codes, roots, rootRows, groups: groupRows(frame.rows, codes, roots.length) };
}

/** The row of the oldest ancestor from a parent on; where it is not among the models, −1 less its code in `parents`. */
function climb(frame: EcosystemFrame, parentRows: Int32Array, from: number): number {
	let parent = from;
	let row = -1;
	for (let level = 1; level <= mostLevels; level++) {
		const next = parentRows[parent] ?? -1;
		if (next < 0) {
			return -1 - parent;
		}
		row = next;
		parent = frame.parents.codes[row] ?? -1;
		// A line that comes back to where it began ends there.
		if (parent < 0 || parent === from) {
			return row;
		}
	}
	return row;
}

/** The row of each word of `parents`; −1 where it is not among the models. Only ids that can be meant are compared. */
async function findParentRows(frame: EcosystemFrame, pacer: Pacer): Promise<Int32Array> {
	const { words } = frame.parents;
	const found = new Int32Array(words.length).fill(-1);
	const byLowerCase = new Map<string, number[]>();
	const owners = new Set<string>();
	const isParentLike = new Uint8Array(shapes);
	words.forEach((word, code) => {
		const key = word.toLowerCase();
		const alike = byLowerCase.get(key);
		if (alike === undefined) {
			byLowerCase.set(key, [code]);
		} else {
			alike.push(code);
		}
		owners.add(findOwner(key));
		isParentLike[shapeOf(word)] = 1;
	});
	// Most models are of owners that nobody builds on, and most others are told by a few bits to be no parent.
	const isParentOwner = Uint8Array.from(frame.owners.words, (owner) =>
		Number(owners.has(owner.toLowerCase())),
	);
	for (let at = 0; at < frame.rows.length; at++) {
		if (at % blockRows === 0) {
			await pacer.rest();
		}
		const row = frame.rows[at] ?? 0;
		const isLikely = isParentLike[frame.shapes[row] ?? 0] === 1;
		if (!isLikely || isParentOwner[frame.owners.codes[row] ?? -1] !== 1) {
			continue;
		}
		const repoId = frame.models[row]?.repoId ?? "";
		for (const code of byLowerCase.get(repoId.toLowerCase()) ?? []) {
			// Of two models whose ids differ in case only, the one that is written as the child has it.
			if (found[code] === -1 || words[code] === repoId) {
				found[code] = row;
			}
		}
	}
	return found;
}

/** Families by known derivatives to six levels, with downloads of the whole family and of its root. */
export function chartFamilies(frame: EcosystemFrame, families: FamilyColumn): EcosystemChart {
	const { groups, roots, rootRows } = families;
	const rows = roots
		.map((root, code) => ({
			root,
			rootRow: rootRows[code] ?? -1,
			derivatives: groups.count(code) - ((rootRows[code] ?? -1) < 0 ? 0 : 1),
			members: groups.members(code),
		}))
		.filter(({ derivatives }) => derivatives > 0)
		.map((family) => ({ ...family, downloads: sumDownloads(frame, family.members) }))
		.sort((a, b) => b.derivatives - a.derivatives || b.downloads - a.downloads || (a.root < b.root ? -1 : 1))
		.slice(0, mostFamilies)
		.map(({ root, rootRow, derivatives, downloads, members }) => {
			const own = rootRow < 0 ? Number.NaN : (frame.downloads[rootRow] ?? Number.NaN);
			return {
				key: root,
				values: [derivatives, downloads, Number.isNaN(own) ? undefined : own],
				members: [members],
			};
		});
	const unknown = countUntold(frame);
	return {
		id: "families",
		kind: "bar",
		columns: [
			{ id: "derivatives", unit: "models" },
			{ id: "downloads", unit: "downloads" },
			{ id: "rootDownloads", unit: "downloads" },
		],
		rows,
		counted: frame.rows.length - unknown,
		unknown,
	};
}

/** Models of which it is not told whether they derive from another one. */
export function countUntold({ rows, relations, parents }: EcosystemFrame): number {
	return rows.reduce(
		(count, row) => (relations[row] === -2 && (parents.codes[row] ?? -1) < 0 ? count + 1 : count),
		0,
	);
}
