import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";

/** Every string literal in a manifest, however deep. */
function listStrings(value: unknown): string[] {
	if (typeof value === "string") {
		return [value];
	}
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

async function readJson(path: string): Promise<Record<string, unknown>> {
	return JSON.parse(await readFile(path, "utf8"));
}

describe("the words that a person reads", () => {
	it("are all there for the manifest, and none is left over", async () => {
		const strings = listStrings(await readJson("package.json"));
		const used = strings.flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
		const given = Object.keys(await readJson("package.nls.json"));
		assert.deepEqual([...new Set(used)].sort(), given.sort());
	});

	it("are exported for translators (npm run l10n)", async function () {
		// The exporter loads a parser of its own for TypeScript.
		this.timeout(120_000);
		const names = await readdir("src/host", { recursive: true });
		const sources = await Promise.all(
			names
				.filter((name) => name.endsWith(".ts"))
				.map(async (name) => ({
					extension: ".ts" as const,
					contents: await readFile(join("src/host", name), "utf8"),
				})),
		);
		assert.deepEqual(await readJson("l10n/bundle.l10n.json"), await getL10nJson(sources));
	});
});
