import * as v from "valibot";
import { parseOs } from "./operatingSystem.ts";
import { evidenceKinds, preconditions, reachKinds, type SupportRule, supportLevels } from "./supportRule.ts";

const text = v.pipe(v.string(), v.minLength(1));
const month = v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/));
const words = v.pipe(
	text,
	v.transform((list) => list.split(" ")),
);
const systems = v.pipe(
	words,
	v.transform((names) => names.flatMap((name) => parseOs(name) ?? [])),
	v.minLength(1),
);

const ruleSchema = v.strictObject({
	id: text,
	vendor: text,
	/** Several with `/` between them. */
	backend: v.optional(text),
	minCc: v.optional(v.number()),
	maxCc: v.optional(v.number()),
	/** Without the prefix `gfx`. */
	gfx: v.optional(words),
	os: v.optional(systems),
	formats: words,
	support: v.picklist(supportLevels),
	loadsAs: v.optional(text),
	conflict: v.optional(text),
	needs: v.optional(v.picklist(preconditions)),
});

const statementSchema = v.strictObject({
	runtime: text,
	asOf: month,
	isDateInferred: v.optional(v.boolean(), false),
	evidence: v.picklist(evidenceKinds),
	reached: v.picklist(reachKinds),
	sources: v.pipe(v.array(text), v.minLength(1)),
	rules: v.pipe(v.array(ruleSchema), v.minLength(1)),
});

const tableSchema = v.strictObject({
	/** When it was last gone through, `YYYY-MM-DD`. */
	asOf: text,
	/** Other names of runtimes. */
	runtimeAliases: v.record(text, text),
	/** Other spellings of formats, and the table's names that they mean; the first that matches. */
	formatPatterns: v.array(
		v.pipe(
			v.tuple([text, text]),
			v.transform(([pattern, names]) => ({ pattern: new RegExp(pattern), names })),
		),
	),
	/** Builds and parts, and the backend that they are one of. */
	backendParents: v.record(text, text),
	/** The backends that a vendor's devices are run with by default. */
	ownBackends: v.record(text, v.array(text)),
	/** Preconditions that hold wherever the rule's own hardware matches: they only say it again. */
	impliedNeeds: v.array(v.picklist(preconditions)),
	/** Formats that other runtimes load through a library with rules of its own. */
	engines: v.record(text, text),
	/** What people load language models with, where a target does not say what it has. */
	usualRuntimes: v.array(text),
	statements: v.array(statementSchema),
});

type Table = v.InferOutput<typeof tableSchema>;

/** The table of what runs where, checked and laid out for looking things up. */
export interface SupportRules extends Omit<Table, "statements"> {
	readonly byId: ReadonlyMap<string, SupportRule>;
	readonly byRuntime: ReadonlyMap<string, readonly SupportRule[]>;
	/** All names of formats that rules have. */
	readonly formats: ReadonlySet<string>;
}

/** Checks the table once. Throws where it does not hold, or an id is there twice: it is our own file. */
export function openSupportRules(json: unknown): SupportRules {
	const { statements, ...names } = v.parse(tableSchema, json);
	const byId = new Map<string, SupportRule>();
	const byRuntime = new Map<string, SupportRule[]>();
	for (const statement of statements) {
		for (const row of statement.rules) {
			const rule = readRule(statement, row);
			if (byId.has(rule.id)) {
				throw new Error(`support rule ${rule.id} is there twice`);
			}
			byId.set(rule.id, rule);
			byRuntime.set(rule.runtime, [...(byRuntime.get(rule.runtime) ?? []), rule]);
		}
	}
	const formats = new Set([...byId.values()].flatMap((rule) => rule.formats));
	return { ...names, byId, byRuntime, formats };
}

function readRule(
	statement: Table["statements"][number],
	row: Table["statements"][number]["rules"][number],
): SupportRule {
	const { runtime, evidence, reached, asOf, isDateInferred, sources } = statement;
	const { id, vendor, backend, minCc, maxCc, gfx, os, formats, support, loadsAs, conflict, needs } = row;
	return {
		id,
		runtime,
		backends: backend?.split("/") ?? [],
		vendor,
		...(minCc !== undefined && { minComputeCapability: minCc }),
		...(maxCc !== undefined && { maxComputeCapability: maxCc }),
		...(gfx !== undefined && { gfxVersions: gfx.map((version) => `gfx${version}`) }),
		...(os !== undefined && { systems: os }),
		formats,
		support,
		...(loadsAs !== undefined && { loadsAs }),
		...(conflict !== undefined && { conflict }),
		...(needs !== undefined && { needs }),
		evidence,
		reached,
		asOf,
		isDateInferred,
		sources,
	};
}
