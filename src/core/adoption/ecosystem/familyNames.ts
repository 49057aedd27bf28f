import * as v from "valibot";
import { parseRepoId } from "../../model/repoId.ts";
import { sumDownloads } from "./barChart.ts";
import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { countUntold, type FamilyColumn } from "./families.ts";
import table from "./familyNames.json" with { type: "json" };
import { codeRows, groupRows } from "./groups.ts";

const schema = v.object({
	asOf: v.string(),
	names: v.record(v.string(), v.array(v.string())),
});

const facts = v.parse(schema, table);
const words = Object.entries(facts.names).flatMap(([name, each]) => each.map((word) => ({ name, word })));
// The longest word that fits decides: "llama-nemotron" before "llama".
words.sort((a, b) => b.word.length - a.word.length);

/** The row of families whose name is not known. */
const others = "others";

/** The family name of a model by its own name, as people call it (`Qwen`, `Llama`); `undefined`: of none that is known. */
export function findFamilyName(repoId: string): string | undefined {
	const own = (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
	return words.find(({ word }) => own.startsWith(word) && !/[a-z]/.test(own.charAt(word.length)))?.name;
}

/**
 * What is built on which family of base models: derivatives among the models that are known, by the name of the root that
 * they go back to. Roots of no name that is known are together in one row.
 */
export function chartFamilyNames(frame: EcosystemFrame, families: FamilyColumn): EcosystemChart {
	const { codes, groups: ofFamily, roots, rootRows } = families;
	const names: string[] = [];
	/** Base models of each name that are among the models, and so among the rows. */
	const knownRoots: number[] = [];
	const nameOfFamily = Int32Array.from(roots, (root, family) => {
		const own = (rootRows[family] ?? -1) < 0 ? 0 : 1;
		if (ofFamily.count(family) <= own) {
			return -1;
		}
		const name = findFamilyName(root) ?? others;
		const known = names.indexOf(name);
		const code = known === -1 ? names.push(name) - 1 : known;
		knownRoots[code] = (knownRoots[code] ?? 0) + own;
		return code;
	});
	const byName = codeRows(frame.rows, frame.scratch, (row) => nameOfFamily[codes[row] ?? -1] ?? -1);
	const groups = groupRows(frame.rows, byName, names.length);
	const rows = names
		.map((key, name) => {
			const members = groups.members(name);
			return { key, derivatives: members.length - (knownRoots[name] ?? 0), members };
		})
		.sort(
			(a, b) =>
				Number(a.key === others) - Number(b.key === others) ||
				b.derivatives - a.derivatives ||
				(a.key < b.key ? -1 : 1),
		)
		.map(({ key, derivatives, members }) => ({
			key,
			values: [derivatives, sumDownloads(frame, members)],
			members: [members],
		}));
	const unknown = countUntold(frame);
	return {
		id: "familyNames",
		kind: "bar",
		columns: [
			{ id: "derivatives", unit: "models" },
			{ id: "downloads", unit: "downloads" },
		],
		rows,
		counted: frame.rows.length - unknown,
		unknown,
	};
}
