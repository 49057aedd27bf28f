import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import Draft4 from "ajv-draft-04";
import addFormats from "ajv-formats";

const packages = join(process.cwd(), "node_modules");
const cycloneDx = join(packages, "@cyclonedx/cyclonedx-library/res/schema");

async function readSchema(path: string): Promise<Record<string, unknown>> {
	return JSON.parse(await readFile(path, "utf8"));
}

/** The published schemas have patterns that are no Unicode ones, and formats that ajv does not know. */
const options = {
	strict: false,
	// The schemas are large and compiled once: code that is not optimized is there sooner.
	code: { optimize: false },
	inlineRefs: false,
	unicodeRegExp: false,
	formats: { "iri-reference": true, "idn-email": true },
} as const;

/** What a published schema says against a document; empty: nothing. */
export type Judge = (document: unknown) => readonly string[];

function createJudge(ajv: Ajv, schema: object): Judge {
	const validate = ajv.compile(schema);
	return (document) => {
		validate(document);
		return (validate.errors ?? []).map(
			({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`,
		);
	};
}

/** The schema of SARIF 2.1.0 as its makers publish it with their own test tools. */
export async function loadSarifJudge(): Promise<Judge> {
	const path = join(packages, "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
	const ajv = new Draft4(options);
	addFormats(ajv);
	return createJudge(ajv, await readSchema(path));
}

/** The schema of CycloneDX 1.6, with those that it refers to, as its makers publish them with their library. */
export async function loadCycloneDxJudge(): Promise<Judge> {
	const ajv = new Ajv(options);
	addFormats(ajv);
	for (const name of ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"]) {
		const { $id: _, ...schema } = await readSchema(join(cycloneDx, name));
		ajv.addSchema(schema, `http://cyclonedx.org/schema/${name}`);
	}
	return createJudge(ajv, await readSchema(join(cycloneDx, "bom-1.6.SNAPSHOT.schema.json")));
}
