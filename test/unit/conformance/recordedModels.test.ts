import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { isRecord, type RawRow, readRecords, readText } from "../../hub/rowFields.ts";
import { ask, askObject, askRows, readError } from "../hub/readHub.ts";
import {
	explainMissingRecordings,
	findRecording,
	listSingleRecordings,
	readRecording,
} from "./recordedHub.ts";

const missing = explainMissingRecordings();

describe(`test Hub beside recorded replies of a model${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
	let hub: HubServer;
	let recordings: readonly RawRow[];

	before(async function () {
		if (missing !== undefined) {
			this.skip();
		}
		const paths = listSingleRecordings();
		recordings = paths.map(readRecording);
		hub = await startHub({ dataPaths: paths, quota: 100_000 });
	});
	after(() => hub?.close());

	it("answers with the very keys, types and values that were recorded", async () => {
		assert(recordings.length > 50);
		for (const recorded of recordings) {
			const id = String(recorded["id"]);
			const answered = await askObject(`${hub.url}/api/models/${id}`);
			assert.deepEqual(Object.keys(answered).sort(), Object.keys(recorded).sort(), id);
			assert.deepEqual(answered, recorded, id);
		}
	});

	it("gives each recorded field again when expand asks for it", async () => {
		for (const recorded of recordings) {
			const names = Object.keys(recorded).filter((name) => !["_id", "id", "modelId"].includes(name));
			const query = names.map((name) => `expand[]=${name}`).join("&");
			const answered = await askObject(`${hub.url}/api/models/${recorded["id"]}?${query}`);
			const { modelId: _modelId, ...expected } = recorded;
			assert.deepEqual(answered, expected, String(recorded["id"]));
		}
	});

	it("lists the recorded models in rows whose values are the recorded ones", async () => {
		const byId = new Map(recordings.map((recorded) => [recorded["id"], recorded]));
		for (const row of await askRows(`${hub.url}/api/models?limit=1000`)) {
			const { trendingScore: _trendingScore, ...rest } = row;
			for (const [name, value] of Object.entries(rest)) {
				assert.deepEqual(value, byId.get(row["id"])?.[name], `${row["id"]} ${name}`);
			}
		}
	});

	it("refuses and redirects as recorded", async () => {
		const gated = recordings.find((recorded) => recorded["gated"] !== false);
		const refused = await ask(`${hub.url}/api/models/${gated?.["id"]}/commits/main`);
		assert.deepEqual([refused.status, refused.headers.get("x-error-code")], [401, "GatedRepo"]);
		assert.match(String(readError(refused)), /^Access to model \S+ is restricted\. /);
		const absent = await ask(`${hub.url}/api/models/no-such/model`);
		assert.deepEqual(
			[absent.status, absent.headers.get("x-error-code"), absent.text],
			[401, null, '{"error":"Invalid username or password."}'],
		);
		const moved = await ask(
			`${hub.url}/api/models/${String(recordings[0]?.["id"]).toUpperCase()}?blobs=true`,
		);
		assert.equal(moved.status, 307);
		assert.equal(moved.headers.get("location"), `/api/models/${recordings[0]?.["id"]}?blobs=true`);
	});
});

describe(`test Hub beside the official OpenAPI${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
	let hub: HubServer;
	let paths: RawRow;

	before(async function () {
		if (missing !== undefined) {
			this.skip();
		}
		const spec = readRecording(findRecording("openapi.json"));
		assert(isRecord(spec["paths"]));
		paths = spec["paths"];
		hub = await startHub();
	});
	after(() => hub?.close());

	for (const [path, specified] of [
		["/api/quicksearch?q=qwen", "/api/quicksearch"],
		["/api/models-tags-by-type", "/api/models-tags-by-type"],
		["/api/trending?limit=20", "/api/trending"],
	] as const) {
		it(`answers ${path} with what ${specified} requires`, async () => {
			const answered = await askObject(hub.url + path);
			assertFits(answered, findSchema(paths, specified), specified);
		});
	}
});

function findSchema(paths: RawRow, path: string): RawRow {
	let found: unknown = paths;
	for (const key of [path, "get", "responses", "200", "content", "application/json", "schema"]) {
		assert(isRecord(found), `${path} has no ${key}`);
		found = found[key];
	}
	assert(isRecord(found));
	return found;
}

/** Checks what the shape of an answer can get wrong: types, required keys, keys that must not be. */
function assertFits(value: unknown, schema: RawRow, where: string): void {
	const choices = readRecords(schema, "anyOf");
	if (choices.length > 0) {
		const reasons = choices.map((choice) => explainMisfit(value, choice, where));
		assert(reasons.includes(undefined), reasons.join(" | "));
		return;
	}
	const type = readText(schema, "type");
	if (Array.isArray(value)) {
		assert.equal(type ?? "array", "array", where);
		for (const item of value) {
			assertFits(item, isRecord(schema["items"]) ? schema["items"] : {}, `${where}[]`);
		}
	} else if (isRecord(value)) {
		assert.equal(type ?? "object", "object", where);
		assertKeysFit(value, schema, where);
	} else if (type !== undefined) {
		assert(
			typeof value === type || (type === "integer" && Number.isInteger(value)),
			`${where} is no ${type}`,
		);
	}
	assert(!("const" in schema) || schema["const"] === value, `${where} is not ${schema["const"]}`);
	assert(!Array.isArray(schema["enum"]) || schema["enum"].includes(value), `${where}: ${value}`);
}

function assertKeysFit(value: RawRow, schema: RawRow, where: string): void {
	const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
	for (const name of Array.isArray(schema["required"]) ? schema["required"] : []) {
		assert(String(name) in value, `${where} lacks ${name}`);
	}
	for (const [name, item] of Object.entries(value)) {
		const property = properties[name] ?? schema["additionalProperties"];
		assert(property !== false, `${where} has ${name}`);
		if (isRecord(property)) {
			assertFits(item, property, `${where}.${name}`);
		}
	}
}

function explainMisfit(value: unknown, schema: RawRow, where: string): string | undefined {
	try {
		assertFits(value, schema, where);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
