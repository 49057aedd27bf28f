import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { lookUpSupport } from "../../../../../src/core/fit/support/lookUpSupport.ts";
import { openSupportRules } from "../../../../../src/core/fit/support/openSupportRules.ts";
import { parseOs } from "../../../../../src/core/fit/support/operatingSystem.ts";
import type { SupportRule } from "../../../../../src/core/fit/support/supportRule.ts";
import supportTable from "../../../../../src/core/fit/support/supportTable.json" with { type: "json" };
import { readSupportTable } from "../../../../../src/core/fit/support/supportTable.ts";
import { skipBecause } from "../../../../workbench/skipBecause.ts";

const recorded = "../shared/facts/runtime-support.json";

const recordedSchema = v.array(
	v.object({
		id: v.string(),
		runtime: v.string(),
		backend: v.optional(v.string()),
		formats: v.array(v.string()),
		vendor: v.string(),
		hardware: v.object({
			minComputeCapability: v.optional(v.number()),
			maxComputeCapability: v.optional(v.number()),
			gfx: v.optional(v.array(v.string())),
			os: v.optional(v.array(v.string())),
			note: v.optional(v.string()),
		}),
		support: v.string(),
		loadsAs: v.optional(v.string()),
		conflict: v.optional(v.string()),
		conditional: v.optional(v.boolean(), false),
		evidence: v.string(),
		citation: v.string(),
		asOf: v.string(),
	}),
);

describe("the table of what runs where", () => {
	const rules = [...readSupportTable().byId.values()];

	it("every rule has an id of its own, a date and a source", () => {
		const ids = supportTable.statements.flatMap((statement) => statement.rules.map(({ id }) => id));
		assert.equal(new Set(ids).size, ids.length);
		assert.equal(rules.length, ids.length);
		assert.ok(rules.length > 600);
		for (const rule of rules) {
			assert.match(rule.asOf, /^20\d\d-(0[1-9]|1[0-2])$/, rule.id);
			assert.ok(rule.asOf <= readSupportTable().asOf.slice(0, 7), rule.id);
			assert.ok(rule.sources.length > 0 && rule.sources.every((source) => source.length > 10), rule.id);
		}
		const links = rules.filter(({ sources }) => sources.every((source) => URL.canParse(source)));
		assert.ok(links.length / rules.length > 0.99);
	});

	it("names only runtimes and backends that it has rules for", () => {
		const { byRuntime, runtimeAliases, usualRuntimes, engines, backendParents, ownBackends } =
			readSupportTable();
		for (const runtime of [...Object.values(runtimeAliases), ...usualRuntimes, ...Object.values(engines)]) {
			assert.ok(byRuntime.has(runtime), runtime);
		}
		const backends = new Set(rules.flatMap((rule) => rule.backends));
		for (const backend of [...Object.entries(backendParents), ...Object.values(ownBackends)].flat()) {
			assert.ok(backends.has(backend), backend);
		}
	});

	it("a conflict has at least two sides, or one that disagrees with itself", () => {
		const byConflict = new Map<string, number>();
		for (const { conflict } of rules) {
			byConflict.set(conflict ?? "", (byConflict.get(conflict ?? "") ?? 0) + 1);
		}
		byConflict.delete("");
		assert.equal(byConflict.size, 21);
		assert.ok([...byConflict.values()].every((count) => count > 1));
	});

	it("answers the case that a rule was written for by that rule, or by one that says why not", () => {
		let own = 0;
		const table = readSupportTable();
		const plain = rules.filter(({ needs }) => needs === undefined);
		for (const rule of plain) {
			const { rule: decided } = lookUpSupport(askLike(rule), table);
			assert.ok(decided, `${rule.id}: unknown`);
			own += Number(decided.id === rule.id);
			assert.ok(decided.runtime === rule.runtime, `${rule.id}: ${decided.id}`);
			assert.ok(decided.needs === undefined, `${rule.id}: ${decided.id} has a precondition`);
		}
		assert.ok(own / plain.length > 0.9, `${own} of ${plain.length}`);
	});

	it("never lets a rule with a precondition overrule one without", () => {
		const table = readSupportTable();
		for (const rule of rules.filter(({ needs }) => needs !== undefined)) {
			const { rule: decided } = lookUpSupport(askLike(rule), table);
			assert.ok(
				decided?.id !== rule.id || (rule.needs !== undefined && isShown(rule.needs)),
				`${rule.id} decided by itself`,
			);
		}
		function isShown(needs: string): boolean {
			return [...table.impliedNeeds, "x86-64", "arm64", "amx"].some((known) => known === needs);
		}
	});

	it("answers whatever is asked, and the same each time", () => {
		const one = (values: readonly string[]) => fc.constantFrom(...new Set(values));
		const asked = fc.record(
			{
				formats: fc.array(one(rules.flatMap(({ formats }) => formats)), { minLength: 1, maxLength: 3 }),
				runtime: one(rules.map(({ runtime }) => runtime)),
				vendor: one(rules.map(({ vendor }) => vendor)),
				backend: one(rules.flatMap(({ backends }) => backends)),
				computeCapability: fc.constantFrom(3.5, 5.2, 6.1, 7, 7.5, 8, 8.6, 8.9, 9, 10, 10.3, 12, 12.1),
				gfxVersion: one(rules.flatMap(({ gfxVersions }) => gfxVersions ?? [])),
				os: fc.constantFrom({ family: "linux" }, { family: "windows" }, { family: "macos", version: 15 }),
			},
			{ requiredKeys: ["formats", "runtime", "vendor"] },
		);
		const table = readSupportTable();
		fc.assert(
			fc.property(asked, (question) => {
				const answer = lookUpSupport(question, table);
				assert.equal(answer.support, answer.rule?.support ?? "unknown");
				assert.equal(answer.conflict, answer.rule?.conflict);
				assert.ok(!answer.rule || answer.rule.runtime === question.runtime);
				assert.ok(answer.caveats.every(({ needs, id }) => needs !== undefined && id !== answer.rule?.id));
				assert.deepEqual(lookUpSupport(question, table), answer);
			}),
		);
	});

	it("does not open where an id is there twice, or a word is not known", () => {
		const [statement] = supportTable.statements;
		assert.ok(statement);
		const withRules = (more: object) => ({
			...supportTable,
			statements: [statement, { ...statement, ...more }],
		});
		assert.throws(() => openSupportRules(withRules({})), /R001 is there twice/);
		assert.throws(() => openSupportRules(withRules({ evidence: "hearsay" })));
		assert.throws(() => openSupportRules(withRules({ sources: [] })));
		assert.throws(() => openSupportRules(undefined));
	});
});

describe("the recorded rules of what runs where", () => {
	it("are each in our table, with what they say", function () {
		if (!existsSync(recorded)) {
			skipBecause(this, "../shared/facts is not there");
		}
		const theirs = v.parse(recordedSchema, JSON.parse(readFileSync(recorded, "utf8")));
		const { byId } = readSupportTable();
		assert.equal(byId.size, theirs.length);
		for (const { id, hardware, backend, conditional, citation, ...said } of theirs) {
			const ours = byId.get(id);
			assert.ok(ours, id);
			const { runtime, formats, vendor, support, loadsAs, conflict, evidence, asOf } = ours;
			assert.deepEqual(
				{
					runtime,
					formats,
					vendor,
					support,
					evidence,
					asOf,
					...(loadsAs && { loadsAs }),
					...(conflict && { conflict }),
				},
				said,
				id,
			);
			assert.equal(ours.backends.join("/"), backend ?? "", id);
			assert.equal(ours.reached, citation, id);
			assert.equal(ours.minComputeCapability, hardware.minComputeCapability, id);
			assert.equal(ours.maxComputeCapability, hardware.maxComputeCapability, id);
			assert.deepEqual(ours.gfxVersions, hardware.gfx, id);
			assert.deepEqual(ours.systems, hardware.os?.map(parseOs), id);
			// Rules about past versions are caveats of ours alone.
			assert.equal(ours.needs !== undefined && ours.needs !== "pastVersion", conditional, id);
			assert.equal(ours.isDateInferred, /date inferred|newest seen/.test(hardware.note ?? ""), id);
		}
	});
});

/** The narrowest case that a rule is about. */
function askLike(rule: SupportRule): Parameters<typeof lookUpSupport>[0] {
	const { formats, runtime, backends, vendor, gfxVersions, systems } = rule;
	const [backend] = backends;
	const [gfxVersion] = gfxVersions ?? [];
	const [os] = systems ?? [];
	const computeCapability = rule.minComputeCapability ?? rule.maxComputeCapability;
	return {
		formats: formats.map((format) => (format === "*" ? "safetensors-f32" : format)).slice(0, 1),
		runtime,
		vendor,
		...(backend !== undefined && { backend }),
		...(gfxVersion !== undefined && { gfxVersion }),
		...(os !== undefined && { os }),
		...(computeCapability !== undefined && { computeCapability }),
	};
}
