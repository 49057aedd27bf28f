import assert from "node:assert/strict";
import { addException } from "../../../../src/core/policy/addException.ts";
import { parsePolicy } from "../../../../src/core/policy/parsePolicy.ts";

const exception = {
	model: "lab/owl-8B",
	findings: ["notPinned"],
	reason: "A demo.",
	date: "2026-11-21",
} as const;

describe("an exception that is added to a policy", () => {
	it("makes a policy of nothing", () => {
		const { policy, problems } = parsePolicy(addException("", exception));
		assert.deepEqual(problems, []);
		assert.deepEqual(policy.exceptions, [exception]);
	});

	it("leaves what a person wrote as it stands, comments too", () => {
		const source =
			'{\n  // Ours.\n  "requirePin": true,\n  "exceptions": [\n    { "model": "a/b", "reason": "r", "date": "2026-01-01" }\n  ]\n}\n';
		const text = addException(source, exception);
		assert.ok(text.startsWith('{\n  // Ours.\n  "requirePin": true,\n'));
		assert.deepEqual(
			parsePolicy(text).policy.exceptions.map(({ model }) => model),
			["a/b", "lab/owl-8B"],
		);
	});
});
