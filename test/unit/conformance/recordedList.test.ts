import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { isRecord, readRecords } from "../../hub/rowFields.ts";
import { askAllPages, askObject, askRows } from "../hub/readHub.ts";
import { explainMissingRecordings, findRecording } from "./recordedHub.ts";

const missing = explainMissingRecordings();

describe(`test Hub over thousands of recorded models${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
	let hub: HubServer;

	before(async function () {
		if (missing !== undefined) {
			this.skip();
		}
		hub = await startHub({
			dataPaths: [findRecording("models.jsonl"), findRecording("trending.json")],
			configsPath: findRecording("configs.json"),
			quota: 100_000,
		});
	});
	after(() => hub?.close());

	for (const [sort, limit] of [
		["trendingScore", 1000],
		["downloads", 333],
		["createdAt", 1000],
		["num_parameters", 500],
	] as const) {
		it(`pages through all by ${sort}, ${limit} at a time, each model once`, async () => {
			const pages = await askAllPages(`${hub.url}/api/models?sort=${sort}&limit=${limit}&expand=private`);
			const ids = pages.flat().map((row) => row["_id"]);
			assert(ids.length > 4167);
			assert.equal(ids.length, hub.modelCount);
			assert.equal(new Set(ids).size, ids.length);
			assert(pages.slice(0, -1).every((page) => page.length === limit));
		});
	}

	it("makes every _id 24 hex digits that begin with the date of creation, unless a real one is known", async () => {
		const rows = await askRows(`${hub.url}/api/models?limit=1000&expand=createdAt`);
		let agreeing = 0;
		for (const row of rows) {
			assert.match(String(row["_id"]), /^[0-9a-f]{24}$/);
			const seconds = Number.parseInt(String(row["_id"]).slice(0, 8), 16);
			agreeing += Math.abs(seconds * 1000 - Date.parse(String(row["createdAt"]))) < 60_000 ? 1 : 0;
		}
		assert(agreeing > rows.length * 0.9, `${agreeing} of ${rows.length}`);
	});

	it("counts children by the relations that the recorded models state", async () => {
		const id = "Qwen/Qwen2.5-7B-Instruct";
		const model = await askObject(`${hub.url}/api/models/${id}?expand=childrenModelCount`);
		for (const relation of ["adapter", "merge", "quantized", "finetune"]) {
			const rows = await askRows(
				`${hub.url}/api/models?limit=1000&expand=baseModels&filter=base_model:${relation}:${id}`,
			);
			assert(isRecord(model["childrenModelCount"]));
			assert.equal(model["childrenModelCount"][relation], rows.length, relation);
			for (const row of rows) {
				assert(isRecord(row["baseModels"]) && row["baseModels"]["relation"] === relation);
				assert(readRecords(row["baseModels"], "models").some((base) => base["id"] === id));
			}
		}
	});

	it("reads lists of trending models into the API's names", async () => {
		const rows = await askRows(`${hub.url}/api/models?limit=1000`);
		assert(Number(rows[0]?.["trendingScore"]) > 100);
		assert(rows.some((row) => row["pipeline_tag"] !== undefined && row["library_name"] !== undefined));
		assert(!rows.some((row) => "pipelineTag" in row || "libraryName" in row || "rank" in row));
	});

	it("serves config.json from recorded facts, with what is known and nothing else", async () => {
		const config = await askObject(`${hub.url}/Qwen/Qwen3-8B/resolve/main/config.json`);
		assert.equal(config["num_hidden_layers"], 36);
		assert.equal(config["max_position_embeddings"], 40960);
		assert(!Object.values(config).includes(null));
	});
});
