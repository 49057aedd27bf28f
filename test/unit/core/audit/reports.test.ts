import assert from "node:assert/strict";
import { createAudit } from "../../../../src/core/audit/createAudit.ts";
import { createCycloneDx } from "../../../../src/core/audit/cycloneDxReport.ts";
import { findUses } from "../../../../src/core/audit/findUses.ts";
import { locateProblems, type ReportInput, type ReportWords } from "../../../../src/core/audit/report.ts";
import { createSarif } from "../../../../src/core/audit/sarifReport.ts";
import licenses from "../../../../src/core/license/licenses.json" with { type: "json" };
import { listAncestors } from "../../../../src/core/license/lineage.ts";
import type { DeclaredLicense, Model } from "../../../../src/core/model/model.ts";
import type { ModelFacts } from "../../../../src/core/policy/evaluateModel.ts";
import type { Finding, FindingDetails } from "../../../../src/core/policy/finding.ts";
import { type FindingCode, findingCodes } from "../../../../src/core/policy/findingCode.ts";
import type { Lock } from "../../../../src/core/policy/lock.ts";
import { parsePolicy } from "../../../../src/core/policy/parsePolicy.ts";
import { type Judge, loadCycloneDxJudge, loadSarifJudge } from "./publishedSchemas.ts";

const words: ReportWords = {
	describeFinding: ({ code }, repoId) => `${repoId}: ${code}`,
	nameFinding: (code) => code,
	describeFileProblem: ({ code }) => code,
	nameFileProblem: () => "a file",
};

function model(repoId: string, license?: DeclaredLicense): Model {
	return {
		repoId,
		task: "text-generation",
		architecture: { name: "qwen3" },
		formats: ["safetensors"],
		security: "unknown",
		counters: {},
		readAtMs: 0,
		...(license === undefined ? {} : { license }),
	};
}

const policyText = `{
	"requirePin": true,
	"nobody": 1,
	"exceptions": [{ "model": "Qwen/Qwen3-8B", "findings": ["gated"], "reason": "we have access", "date": "2026-11-01" }]
}`;

function createReportInput(): ReportInput {
	const base = model("meta-llama/Llama-3.1-8B", { id: "llama3.1", origin: "tag" });
	const qwen: Model = {
		...model("Qwen/Qwen3-8B", { id: "apache-2.0", origin: "tag" }),
		gating: "auto",
		baseModels: { relation: "finetune", repoIds: [base.repoId] },
	};
	const facts = new Map<string, ModelFacts>([
		[
			qwen.repoId,
			{
				status: "known",
				model: qwen,
				ancestors: listAncestors(qwen, (id) => (id === base.repoId ? base : undefined)),
			},
		],
		["BAAI/bge-m3", { status: "known", model: model("BAAI/bge-m3") }],
		["Qwen/Qwen9-gone", { status: "missing" }],
	]);
	const lock: Lock = {
		models: [
			{
				id: "Qwen/Qwen3-8B",
				revision: "a".repeat(40),
				license: { id: "apache-2.0" },
				date: "2026-11-21",
				files: [
					{ path: "model.safetensors", sizeBytes: 16, sha256: "b".repeat(64) },
					{ path: "config.json", gitBlob: "c".repeat(40) },
				],
			},
		],
	};
	const { policy, problems } = parsePolicy(policyText);
	const uses = [
		...findUses(
			"src/my app.py",
			`AutoModel.from_pretrained("Qwen/Qwen3-8B")\nAutoModel.from_pretrained("Qwen/Qwen9-gone")`,
		),
		...findUses("values.yaml", `model_id: BAAI/bge-m3\n`),
	];
	const rules = { policy, lock, today: "2026-11-21" };
	const atMs = Date.UTC(2026, 10, 21);
	const audit = createAudit({ uses, facts, rules, fileCount: 2, skippedFiles: 0, requests: 4, atMs });
	return {
		audit,
		problems: locateProblems(".openmodels.json", policyText, problems),
		name: "shop",
		toolVersion: "0.1.0",
		endpoint: "https://huggingface.co",
	};
}

const commit = "d".repeat(40);
const mit: DeclaredLicense = { id: "mit", origin: "tag" };

/** One finding of every code. */
const everyFinding: Readonly<Record<FindingCode, FindingDetails>> = {
	notFound: { code: "notFound" },
	renamed: { code: "renamed", to: "Qwen/Qwen3-8B" },
	gated: { code: "gated", gating: "manual", hasAccess: false },
	licenseForbidden: { code: "licenseForbidden", rule: "territory", license: mit, ancestor: "a/b" },
	organizationForbidden: { code: "organizationForbidden", rule: "notAllowed", organization: "Qwen" },
	licenseNotStated: { code: "licenseNotStated" },
	licenseConflict: { code: "licenseConflict", license: mit, ancestor: "a/b", ancestorLicense: mit },
	licenseChanged: { code: "licenseChanged", before: mit },
	unsafeWeights: { code: "unsafeWeights" },
	customCode: { code: "customCode" },
	securityIssues: { code: "securityIssues" },
	hasSuccessor: { code: "hasSuccessor", successor: "Qwen/Qwen4-8B" },
	notPinned: { code: "notPinned" },
	pinDiffers: { code: "pinDiffers", written: commit, locked: ["a".repeat(40)] },
	pinMoved: { code: "pinMoved", pinned: "a".repeat(40), current: commit },
	pinBroken: { code: "pinBroken", pinned: commit, files: ["model.safetensors"] },
	doesNotFit: { code: "doesNotFit", verdicts: [], isPolicys: false },
	contextTooShort: { code: "contextTooShort", declaredTokens: 2048, askedTokens: 4096 },
	embeddingDimension: { code: "embeddingDimension", dimension: 1024, expected: 384 },
};

/** An audit in which every use has every finding, in each severity, and one of them with an exception. */
function createWholeInput(): ReportInput {
	const input = createReportInput();
	const exception = { model: "Qwen/*", reason: "known", date: "2026-11-01" };
	const findings = Object.values(everyFinding).flatMap((details): Finding[] => [
		{ ...details, severity: "error" },
		{ ...details, severity: "warning" },
		{ ...details, severity: "hint", exception },
	]);
	const models = input.audit.models.map((each) => ({
		...each,
		uses: each.uses.map((use) => ({ ...use, findings })),
	}));
	return { ...input, audit: { ...input.audit, models } };
}

/** A part of a report by its keys. */
function pick(report: unknown, ...path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((part, key) => Object(part)[key], report);
}

function pickAll(report: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
	const list = pick(report, ...path);
	assert.ok(Array.isArray(list));
	return list;
}

/** Compiling a published schema takes seconds on a busy machine. */
const compileTimeoutMs = 60_000;

describe("the SARIF report", () => {
	let judge: Judge;

	before(async function () {
		this.timeout(compileTimeoutMs);
		judge = await loadSarifJudge();
	});

	it("holds before the published schema of SARIF 2.1.0", () => {
		assert.deepEqual(judge(createSarif(createReportInput(), words)), []);
		assert.notDeepEqual(judge({ version: "2.1.0", runs: [{}] }), []);
	});

	it("holds with every kind of finding too, each with a rule of its own", () => {
		const report = createSarif(createWholeInput(), words);
		assert.deepEqual(judge(report), []);
		const rules = pickAll(report, "runs", 0, "tool", "driver", "rules").map((rule) => pick(rule, "id"));
		assert.deepEqual(
			findingCodes.filter((code) => !rules.includes(code)),
			[],
		);
	});

	it("has a result for each finding at each use, at its place, and what is excepted as suppressed", () => {
		const report = createSarif(createReportInput(), words);
		const results = pickAll(report, "runs", 0, "results").map((result) => [
			pick(result, "ruleId"),
			pick(result, "level"),
			pick(result, "locations", 0, "physicalLocation", "artifactLocation", "uri"),
			pick(result, "locations", 0, "physicalLocation", "region", "startLine"),
			pick(result, "suppressions", 0, "justification"),
		]);
		assert.deepEqual(results, [
			["licenseNotStated", "note", "values.yaml", 1, undefined],
			["notPinned", "error", "values.yaml", 1, undefined],
			["gated", "note", "src/my%20app.py", 1, "2026-11-01: we have access"],
			["licenseConflict", "note", "src/my%20app.py", 1, undefined],
			["notFound", "error", "src/my%20app.py", 2, undefined],
			["ruleFile", "warning", ".openmodels.json", 3, undefined],
		]);
	});

	it("names a rule for every result", () => {
		const report = createSarif(createReportInput(), words);
		for (const result of pickAll(report, "runs", 0, "results")) {
			const index = Number(pick(result, "ruleIndex"));
			assert.equal(pick(report, "runs", 0, "tool", "driver", "rules", index, "id"), pick(result, "ruleId"));
		}
	});
});

describe("the CycloneDX report", () => {
	let judge: Judge;

	before(async function () {
		this.timeout(compileTimeoutMs);
		judge = await loadCycloneDxJudge();
	});

	it("holds before the published schema of CycloneDX 1.6", () => {
		assert.deepEqual(judge(createCycloneDx(createReportInput())), []);
		assert.notDeepEqual(judge({ bomFormat: "CycloneDX", specVersion: "1.6", components: [{}] }), []);
	});

	it("holds with every kind of finding too", () => {
		assert.deepEqual(judge(createCycloneDx(createWholeInput())), []);
	});

	it("gives every license that is known an id or a name that the schema takes", () => {
		const input = createReportInput();
		const [known] = input.audit.models.filter(({ facts }) => facts.status === "known");
		assert.ok(known);
		const models = licenses.licenses.flatMap(({ ids = [], names = [] }) => {
			const id = ids[0] ?? "other";
			const license: DeclaredLicense = { id, origin: "card", ...(ids[0] ? {} : { name: names[0] ?? "" }) };
			const facts: ModelFacts = { status: "known", model: model("acme/any", license) };
			return { ...known, repoId: `acme/${id}-${names[0]}`, facts };
		});
		assert.deepEqual(judge(createCycloneDx({ ...input, audit: { ...input.audit, models } })), []);
	});

	it("tells of a model what it is, where it is used, what it comes from and what is pinned", () => {
		const report = createCycloneDx(createReportInput());
		const qwen = pickAll(report, "components").find((each) => pick(each, "name") === "Qwen3-8B");
		assert.equal(pick(qwen, "type"), "machine-learning-model");
		assert.equal(pick(qwen, "group"), "Qwen");
		assert.equal(pick(qwen, "purl"), `pkg:huggingface/Qwen/Qwen3-8B@${"a".repeat(40)}`);
		assert.deepEqual(pick(qwen, "licenses", 0, "license", "id"), "Apache-2.0");
		assert.deepEqual(pick(qwen, "evidence", "occurrences"), [
			{ location: "src/my app.py", line: 1, symbol: "from_pretrained" },
		]);
		assert.equal(
			pick(qwen, "pedigree", "ancestors", 0, "licenses", 0, "license", "name"),
			"Llama 3.1 Community License",
		);
		assert.deepEqual(pick(qwen, "components", 0, "hashes"), [{ alg: "SHA-256", content: "b".repeat(64) }]);
		const values = pickAll(qwen, "properties").map((each) => pick(each, "value"));
		assert.deepEqual(values, ["known", "excepted gated", "hint licenseConflict"]);
	});
});
