import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import * as v from "valibot";
import { readSheet } from "../../../../../src/core/pick/sheet/readSheet.ts";

const statement = v.tuple([v.string(), v.array(v.tuple([v.string(), v.string(), v.unknown()]))]);
const styleSchema = v.object({
	openings: v.array(v.string()),
	works: v.array(statement),
	languages: v.array(statement),
	machines: v.array(statement),
	licenses: v.array(statement),
	wishes: v.array(statement),
	asides: v.array(v.string()),
});
type Statement = v.InferOutput<typeof statement>;

/** Statements of two styles: asked in so many words, and told with hedges, others' machines and what was before. */
const file = fileURLToPath(new URL("../../../../corpus/workloads/statements.json", import.meta.url));
const styles = Object.entries(
	v.parse(v.record(v.string(), styleSchema), JSON.parse(readFileSync(file, "utf8"))),
);
const separators = [". ", ", ", "; ", ".\n", "\n- ", " - "];

describe("statements said together", () => {
	for (const [name, style] of styles) {
		it(`are each heard for what they are, and nothing else is a must (${name})`, function () {
			this.timeout(120_000);
			const asides = style.asides.map((text): Statement => [text, []]);
			const request = fc.record({
				opening: fc.constantFrom(...style.openings),
				work: fc.constantFrom(...style.works),
				language: fc.constantFrom(...style.languages),
				rest: fc
					.tuple(
						fc.constantFrom(...style.machines),
						fc.constantFrom(...style.licenses),
						fc.constantFrom(...style.wishes),
						fc.constantFrom(...asides),
					)
					.chain((all) => fc.shuffledSubarray(all, { minLength: 2 })),
				separator: fc.constantFrom(...separators),
			});
			fc.assert(
				fc.property(request, ({ opening, work, language, rest, separator }) => {
					const first = `${opening} ${work[0]}${/^[.,]/.test(language[0]) ? "" : " "}${language[0]}`.trim();
					const mark = /^(?:Can|What|Is|Which)/.test(opening) ? "? " : separator;
					const said = rest.map(([text]) => text).filter((text) => text !== "");
					const text = `${first}${mark}${said.join(separator)}`;
					const wanted = [work, language, ...rest].flatMap(([, rows]) => rows);
					const got = readSheet({ text }).requirements.map(({ strength, kind, value }) => [
						strength,
						kind,
						value,
					]);
					assert.deepEqual(sort(got), sort(wanted), text);
				}),
				{ numRuns: 300, seed: 20261121 },
			);
		});
	}
});

function sort(rows: readonly (readonly unknown[])[]): readonly unknown[] {
	const keyed = rows.map((row) => ({
		row,
		key: JSON.stringify(row.slice(0, 2)) + JSON.stringify(row[2]).length + JSON.stringify(row[2]),
	}));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
