import assert from "node:assert/strict";
import fc from "fast-check";
import {
	exportCsv,
	exportJson,
	importReadings,
} from "../../../../../src/core/adoption/readings/readingTransfer.ts";
import { nowMs } from "../sampleModel.ts";
import { anyReading } from "./anyReading.ts";

const hasCounter = anyReading.filter((reading) => Object.keys(reading).length > 1);

describe("export and import of readings", () => {
	it("brings back what was written, as CSV and as JSON", () => {
		const key = fc.constantFrom("64b0234d53bd91402e6ad49c", "Qwen/Qwen3-8B", "gpt2");
		fc.assert(
			fc.property(fc.array(fc.record({ key, reading: hasCounter }, { noNullPrototype: true })), (entries) => {
				const models = entries.map((each) => ({ key: each.key, repoId: "a/b", readings: [each.reading] }));
				for (const text of [exportCsv(models), exportJson(models)]) {
					const back = importReadings(text);
					assert.equal(back?.refused, 0);
					assert.deepEqual(back?.entries, entries);
				}
			}),
		);
	});

	it("takes a CSV that a person made, with their columns, time zone and separator", () => {
		const text = '\uFEFFt;id;note;downloads30d\n2026-05-21T02:00:00+02:00;a/b;"one; two";12\n';
		assert.deepEqual(importReadings(text), {
			entries: [{ key: "a/b", reading: { readAtMs: nowMs, downloads30d: 12 } }],
			refused: 0,
		});
	});

	it("refuses rows that are no readings, and texts that are neither", () => {
		const rows = [
			"a/b,2026-05-21,5",
			"a/b,soon,5",
			"../x,2026-05-21,5",
			"a/b,2026-05-21,-1",
			"a/b,2026-05-21,",
		];
		const read = importReadings(["id,t,likes", ...rows].join("\n"));
		assert.equal(read?.refused, 4);
		assert.deepEqual(read?.entries, [{ key: "a/b", reading: { readAtMs: nowMs, likes: 5 } }]);
		for (const text of ["", "hello", '{"version":2,"readings":[]}', '{"readings":', "[]"]) {
			assert.equal(importReadings(text), undefined, text);
		}
	});

	it("writes no cell that a spreadsheet would compute", () => {
		const text = exportCsv([{ key: "a/b", repoId: "=cmd()", readings: [{ readAtMs: nowMs, likes: 1 }] }]);
		assert.ok(text.includes("'=cmd()") && !text.includes(",=cmd()"));
	});
});
