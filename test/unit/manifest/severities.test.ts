import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { defaultSeverities } from "../../../src/core/policy/findingSeverity.ts";
import { severities } from "../../../src/core/policy/severity.ts";

const prefix = "openModels.diagnostics.";

interface Setting {
	readonly enum?: readonly string[];
	readonly default?: string;
	readonly scope?: string;
}

describe("the settings of diagnostics", () => {
	it("are one for each that can be found, with the severities and defaults of the core", async () => {
		const manifest: {
			readonly contributes: {
				readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
			};
		} = JSON.parse(await readFile("package.json", "utf8"));
		const settings = Object.entries(manifest.contributes.configuration.properties)
			.filter(([name]) => name.startsWith(prefix))
			.map(([name, setting]) => [name.slice(prefix.length), setting] as const);
		assert.deepEqual(
			Object.fromEntries(settings.map(([code, setting]) => [code, setting.default])),
			defaultSeverities,
		);
		for (const [code, setting] of settings) {
			assert.deepEqual(setting.enum, severities, code);
			assert.equal(setting.scope, "resource", code);
		}
	});
});
