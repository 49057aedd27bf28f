import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { listPresets } from "../../../src/core/hardware/listPresets.ts";
import licenses from "../../../src/core/license/licenses.json" with { type: "json" };
import { findLicenseById, findLicenseByName } from "../../../src/core/license/licenseTable.ts";
import { findingCodes } from "../../../src/core/policy/findingCode.ts";
import { formatLock } from "../../../src/core/policy/formatLock.ts";
import { lockFileName } from "../../../src/core/policy/lock.ts";
import { parseLock } from "../../../src/core/policy/parseLock.ts";
import { parsePolicy } from "../../../src/core/policy/parsePolicy.ts";
import { policyFileName } from "../../../src/core/policy/policy.ts";
import { policyKeys } from "../../../src/core/policy/policySchema.ts";

/** What is looked at of a schema. */
interface Schema {
	readonly properties: Readonly<Record<string, Schema>>;
	readonly items: Schema;
	readonly anyOf?: readonly Schema[];
	readonly enum?: readonly string[];
}

interface Manifest {
	readonly contributes: { readonly jsonValidation: readonly { fileMatch: string; url: string }[] };
}

async function readJson<Content>(path: string): Promise<Content> {
	return JSON.parse(await readFile(path, "utf8"));
}

function compile(schema: object): (value: unknown) => boolean {
	// `enumDescriptions` and `defaultSnippets` are VS Code's own.
	const ajv = new Ajv({ strict: false });
	addFormats(ajv);
	return (value) => ajv.validate(schema, value) === true;
}

/** What a part of a schema offers to choose from. */
function listChoices({ enum: own, anyOf = [] }: Schema): readonly string[] {
	return own ?? anyOf.flatMap((each) => each.enum ?? []);
}

describe("the schemas that the manifest contributes", () => {
	it("belong to the policy and the lock", async () => {
		const { contributes } = await readJson<Manifest>("package.json");
		const { jsonValidation } = contributes;
		assert.deepEqual(
			jsonValidation.map(({ fileMatch }) => fileMatch),
			[policyFileName, lockFileName],
		);
		for (const { url } of jsonValidation) {
			await readJson<object>(url);
		}
	});

	it("offer every license, machine, finding and key that the policy knows", async () => {
		const { properties } = await readJson<Schema>("media/openmodels.schema.json");
		assert.deepEqual(Object.keys(properties).sort(), Object.keys(policyKeys).sort());
		for (const list of ["allow", "forbid"]) {
			const part = properties["licenses"]?.properties[list]?.items;
			assert.ok(part);
			const offered = listChoices(part);
			const missing = licenses.licenses.filter(
				({ ids = [], names = [] }) => ![...ids, ...names].some((each) => offered.includes(each)),
			);
			assert.deepEqual(missing, []);
			assert.deepEqual(
				offered.filter((each) => !findLicenseById(each) && !findLicenseByName(each)),
				[],
			);
		}
		const targets = properties["targets"]?.items;
		assert.ok(targets);
		assert.deepEqual(
			listChoices(targets).map((id) => `preset:${id}`),
			listPresets().map(({ id }) => id),
		);
		assert.deepEqual(Object.keys(properties["severities"]?.properties ?? {}), findingCodes);
	});

	it("hold what the extension holds, and refuse what it refuses", async () => {
		const isValid = compile(await readJson<object>("media/openmodels.schema.json"));
		const good = [
			{},
			{ $schema: "x", requirePin: true, contextTokens: 1 },
			{ licenses: { allow: ["mit"], forbidClasses: ["notStated"] }, organizations: { allow: ["a"] } },
			{ targets: ["rtx-4090", { name: "A", vendor: "cpu", memoryGiB: 32, unified: true }] },
			{ exceptions: [{ model: "a/*", findings: ["gated"], reason: "b", date: "2026-11-21" }] },
			{ severities: { notPinned: "error" }, exclude: ["a/**"] },
		];
		const bad = [
			{ requirePins: true },
			{ contextTokens: 0 },
			{ licenses: { allowClasses: ["free"] } },
			{ targets: [{ name: "A" }] },
			{ exceptions: [{ model: "a/b", date: "2026-11-21" }] },
			{ exceptions: [{ model: "a/b", reason: "c", date: "today" }] },
			{ exceptions: [{ model: "a b", reason: "c", date: "2026-11-21" }] },
			{ severities: { notPinned: "fatal" } },
			{ severities: { nothing: "off" } },
		];
		for (const policy of good) {
			assert.ok(isValid(policy), JSON.stringify(policy));
			assert.deepEqual(parsePolicy(JSON.stringify(policy)).problems, []);
		}
		for (const policy of bad) {
			assert.ok(!isValid(policy), JSON.stringify(policy));
			assert.notDeepEqual(parsePolicy(JSON.stringify(policy)).problems, []);
		}
	});

	it("hold the lock that the extension writes", async () => {
		const isValid = compile(await readJson<object>("media/openmodels-lock.schema.json"));
		const model = {
			id: "acme/reader",
			hubId: "0123456789abcdef01234567",
			revision: "a".repeat(40),
			license: { id: "other", name: "acme", link: "https://example.com" },
			files: [{ path: "a.bin", sizeBytes: 1, sha256: "b".repeat(64) }],
			date: "2026-11-21",
		};
		const text = formatLock({ models: [model] });
		assert.ok(isValid(JSON.parse(text)));
		assert.deepEqual(parseLock(text).problems, []);
		for (const wrong of [{ revision: "main" }, { date: "now" }, { files: [{}] }, { pinned: true }]) {
			const bad = { lockVersion: 1, models: [{ ...model, ...wrong }] };
			assert.ok(!isValid(bad), JSON.stringify(wrong));
			assert.notDeepEqual(parseLock(JSON.stringify(bad)).problems, []);
		}
	});
});
