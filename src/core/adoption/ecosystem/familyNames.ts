import * as v from "valibot";
import { parseRepoId } from "../../model/repoId.ts";
import { sumDownloads } from "./barChart.ts";
import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { countUntold, type FamilyColumn } from "./families.ts";
import table from "./familyNames.json" with { type: "json" };
import { groupRows } from "./groups.ts";

const schema = v.object({
	asOf: v.string(),
	source: v.string(),
	names: v.record(v.string(), v.array(v.string())),
});

const { names } = v.parse(schema, table);
const words = Object.entries(names).flatMap(([name, each]) => each.map((word) => ({ name, word })));
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
	const { codes, roots, rootRows } = families;
	const counts = groupRows(frame.rows, codes, roots.length);
	const namesOf: string[] = [];
	const nameOfFamily = Int32Array.from(roots, (root, family) => {
		const hasDerivatives = counts.count(family) > ((rootRows[family] ?? -1) < 0 ? 0 : 1);
		if (!hasDerivatives) {
			return -1;
		}
		const name = findFamilyName(root) ?? others;
		const known = namesOf.indexOf(name);
		return known === -1 ? namesOf.push(name) - 1 : known;
	});
	const rootRow = new Set(rootRows);
	const byName = codes.map((family) => nameOfFamily[family] ?? -1);
	const groups = groupRows(frame.rows, byName, namesOf.length);
	const rows = namesOf
		.map((key, name) => {
			const members = groups.members(name);
			const derivatives = members.reduce((count, row) => (rootRow.has(row) ? count : count + 1), 0);
			return { key, derivatives, members };
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
