import assert from "node:assert/strict";
import { parsePolicy } from "../../../../src/core/policy/parsePolicy.ts";
import { emptyPolicy } from "../../../../src/core/policy/policy.ts";

const gibibyte = 1024 ** 3;

describe("a policy", () => {
	it("asks for nothing when it is empty", () => {
		assert.deepEqual(parsePolicy("{}"), { policy: emptyPolicy, problems: [] });
	});

	it("is read whole, comments and trailing commas included", () => {
		const { policy, problems } = parsePolicy(`{
			// What legal said.
			"licenses": { "allow": ["llama3.1"], "allowClasses": ["permissive"], "forbidClasses": ["nonCommercial"], "territories": ["EU"] },
			"organizations": { "forbid": ["somebody"] },
			"targets": ["rtx-4090", "GeForce RTX 3090", { "name": "Production", "vendor": "amd", "memoryGiB": 192 }],
			"contextTokens": 16384,
			"embeddingDimension": 1024,
			"requirePin": true,
			"exceptions": [{ "model": "acme/*", "reason": "ours", "date": "2026-11-21" }],
			"severities": { "gated": "off" },
			"exclude": ["docs/**"],
		}`);
		assert.deepEqual(problems, []);
		assert.deepEqual(policy.licenses, {
			allow: ["llama3.1"],
			allowClasses: ["permissive"],
			forbid: [],
			forbidClasses: ["nonCommercial"],
			territories: ["EU"],
		});
		assert.deepEqual(
			policy.targets.map(({ name, vendor, devices }) => [name, vendor, devices[0]?.memoryBytes]),
			[
				["GeForce RTX 4090", "nvidia", 24 * gibibyte],
				["GeForce RTX 3090", "nvidia", 24 * gibibyte],
				["Production", "amd", 192 * gibibyte],
			],
		);
		assert.deepEqual(policy.exceptions, [{ model: "acme/*", reason: "ours", date: "2026-11-21" }]);
		assert.equal(policy.requirePin, true);
		assert.deepEqual(policy.severities, { gated: "off" });
	});

	it("reports what nobody knows, and keeps the rest", () => {
		const text = `{ "requirePin": true, "requirePins": 1, "licenses": { "allowed": [], "forbid": ["apache-3.0"] }, "targets": ["abacus"] }`;
		const { policy, problems } = parsePolicy(text);
		assert.equal(policy.requirePin, true);
		assert.deepEqual(policy.licenses.forbid, ["apache-3.0"]);
		assert.deepEqual(
			problems.map(({ code, path, start, end }) => [code, path.join("."), text.slice(start, end)]),
			[
				["unknownKey", "requirePins", '"requirePins"'],
				["unknownKey", "licenses.allowed", '"allowed"'],
				["unknownLicense", "licenses.forbid.0", '"apache-3.0"'],
				["unknownTarget", "targets.0", '"abacus"'],
			],
		);
	});

	it("leaves out a key whose value does not hold, and says where", () => {
		const text = `{ "contextTokens": "many", "exceptions": [{ "model": "a/b", "reason": "", "date": "2026-11-21" }], "requirePin": true }`;
		const { policy, problems } = parsePolicy(text);
		assert.deepEqual(policy, { ...emptyPolicy, requirePin: true });
		assert.deepEqual(
			problems.map(({ code, start, end }) => [code, text.slice(start, end)]),
			[
				["invalidValue", '"many"'],
				["invalidValue", '""'],
			],
		);
	});

	it("that is no JSON is reported at the place where it stops being some", () => {
		const { policy, problems } = parsePolicy(`{ "requirePin": `);
		assert.deepEqual(policy, emptyPolicy);
		assert.deepEqual(
			problems.map(({ code }) => code),
			["notJson"],
		);
		assert.equal(parsePolicy("[]").problems[0]?.code, "notAnObject");
		assert.equal(parsePolicy("").problems[0]?.code, "notJson");
	});

	it("is not taken in by keys that every object has", () => {
		const { problems } = parsePolicy(`{ "__proto__": { "requirePin": true }, "constructor": 1 }`);
		assert.deepEqual(
			problems.map(({ code, text }) => [code, text]),
			[
				["unknownKey", "__proto__"],
				["unknownKey", "constructor"],
			],
		);
	});
});
