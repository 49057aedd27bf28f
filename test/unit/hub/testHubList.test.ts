import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { ask, askAllPages, askIds, askRows, parseRows, readError, readNext } from "./readHub.ts";

describe("test Hub: GET /api/models", () => {
	let hub: HubServer;
	let list: string;

	before(async () => {
		hub = await startHub({ quota: 100_000 });
		list = `${hub.url}/api/models`;
	});
	after(() => hub.close());

	it("lists the most trending first, in rows of the default fields alone", async () => {
		const rows = await askRows(`${list}?limit=1000`);
		const scores = rows.map((row) => Number(row["trendingScore"]));
		assert.deepEqual(
			scores,
			[...scores].sort((a, b) => b - a),
		);
		const row = rows.find((candidate) => candidate["id"] === "Qwen/Qwen3-8B");
		assert.deepEqual(Object.keys(row ?? {}).sort(), [
			"_id",
			"createdAt",
			"downloads",
			"id",
			"library_name",
			"likes",
			"modelId",
			"pipeline_tag",
			"private",
			"tags",
			"trendingScore",
		]);
	});

	it("leaves out the key of a task and a library that nobody has stated, and private models wholly", async () => {
		const rows = await askRows(`${list}?author=loopback-labs`);
		const bare = rows.find((row) => row["id"] === "loopback-labs/nothing-stated");
		assert(bare !== undefined && !("pipeline_tag" in bare) && !("library_name" in bare));
		assert(!rows.some((row) => row["id"] === "loopback-labs/private-model"));
	});

	it("ands repeated filters over tags of every kind", async () => {
		const ids = await askIds(`${list}?filter=gguf&filter=license:apache-2.0&filter=text-generation`);
		assert(ids.includes("Qwen/Qwen3-8B-GGUF"));
		assert(!ids.includes("Qwen/Qwen3-8B"));
		assert(!ids.includes("bartowski/Meta-Llama-3.1-8B-Instruct-GGUF"));
	});

	it("finds children by relation, and only by the exact case of the base", async () => {
		const all = await askIds(`${list}?filter=base_model:Qwen/Qwen3-8B`);
		const adapters = await askIds(`${list}?filter=base_model:adapter:Qwen/Qwen3-8B`);
		assert.equal(adapters.length, 5);
		assert(adapters.every((id) => all.includes(id)));
		assert(all.length > adapters.length);
		assert.deepEqual(await askIds(`${list}?filter=base_model:qwen/qwen3-8b`), []);
	});

	it("searches ids for a part in any case, and filters by author, task, app, provider and gate", async () => {
		assert((await askIds(`${list}?search=qwen3-8B-gg`)).includes("Qwen/Qwen3-8B-GGUF"));
		assert((await askRows(`${list}?author=BAAI`)).length >= 3);
		assert.deepEqual(await askIds(`${list}?pipeline_tag=translation`), ["facebook/nllb-200-distilled-600M"]);
		assert((await askIds(`${list}?apps=ollama`)).includes("unsloth/Qwen3-8B-GGUF"));
		assert((await askIds(`${list}?apps=vllm`)).includes("Qwen/Qwen3-8B"));
		assert(!(await askIds(`${list}?apps=vllm`)).includes("unsloth/Qwen3-8B-GGUF"));
		assert.deepEqual(await askIds(`${list}?inference_provider=groq`), ["openai/gpt-oss-20b"]);
		const gated = await askRows(`${list}?gated=true&expand=gated`);
		assert(gated.some((row) => row["gated"] === "manual") && gated.some((row) => row["gated"] === "auto"));
		assert(!gated.some((row) => row["gated"] === false));
	});

	it("filters by parameters, where a wrong total in a GGUF does not mislead it", async () => {
		const ids = await askIds(`${list}?num_parameters=min:20B,max:40B`);
		assert(ids.includes("unsloth/Qwen3-Coder-30B-A3B-Instruct-GGUF"));
		assert(!ids.includes("Qwen/Qwen3-8B") && !ids.includes("loopback-labs/nothing-stated"));
		assert((await askIds(`${list}?num_parameters=max:100M`)).includes("BAAI/bge-small-en-v1.5"));
		assert.equal((await ask(`${list}?num_parameters=big`)).status, 400);
	});

	it("ignores library, license, language and tags without a word", async () => {
		const plain = await askIds(`${list}?limit=20`);
		assert.deepEqual(
			await askIds(`${list}?limit=20&library=gguf&license=mit&language=fr&tags=no-such-tag`),
			plain,
		);
	});

	for (const [key, read] of [
		["downloads", "downloads"],
		["likes", "likes"],
		["createdAt", "createdAt"],
		["lastModified", "lastModified"],
	] as const) {
		it(`sorts by ${key} from high to low`, async () => {
			const rows = await askRows(`${list}?sort=${key}&direction=-1&expand=${read}`);
			for (const [index, row] of rows.slice(1).entries()) {
				assert(String(rows[index]?.[read]) === String(row[read]) || isAbove(rows[index]?.[read], row[read]));
			}
		});
	}

	for (const key of ["likes30d", "num_parameters", "mainSize", "id", "trendingScore"]) {
		it(`accepts sort=${key}`, async () => {
			assert((await askRows(`${list}?sort=${key}&limit=5`)).length === 5);
		});
	}

	it("refuses an unknown sort, the website's own among them, and any ascending one", async () => {
		const answer = await ask(`${list}?sort=trending`);
		assert.equal(answer.status, 400);
		assert.equal(readError(answer), "Invalid sort parameter: trending");
		assert.equal((await ask(`${list}?sort=downloads&direction=1`)).status, 400);
	});

	it("adds fields for full, cardData and config, and never safetensors", async () => {
		const [row] = await askRows(
			`${list}?search=Qwen/Qwen3-8B&sort=downloads&limit=1&full=true&cardData=true`,
		);
		for (const name of ["author", "gated", "disabled", "lastModified", "sha", "siblings", "cardData"]) {
			assert(row !== undefined && name in row, name);
		}
		assert(row !== undefined && !("safetensors" in row) && !("config" in row));
	});

	it("gives exactly what expand asks for, in every spelling", async () => {
		for (const query of [
			"expand=likes&expand=gated",
			"expand[]=likes&expand[]=gated",
			"expand=likes,gated",
			"expand%5B%5D=likes&expand%5B%5D=gated",
		]) {
			const [row] = await askRows(`${list}?limit=1&${query}`);
			assert.deepEqual(Object.keys(row ?? {}), ["_id", "id", "likes", "gated"], query);
		}
	});

	it("refuses the whole request for one bad or doubled name in expand, and names what is allowed", async () => {
		for (const name of ["childrenModelCount", "usedStorage", "_id", "securityStatus", "cardData.license"]) {
			const answer = await ask(`${list}?expand[]=likes&expand[]=${name}`);
			assert.equal(answer.status, 400, name);
			const message = String(readError(answer));
			const allowed = /must be one of \[([^\]]+)\]/.exec(message)?.[1]?.split(", ") ?? [];
			assert.equal(allowed.length, 30);
			assert(allowed.includes("baseModels") && !allowed.includes("usedStorage"));
			assert.equal(answer.headers.get("x-error-message"), message);
		}
		assert.match(String(readError(await ask(`${list}?expand=likes&expand=likes`))), /duplicate value/);
	});

	it("refuses baseModels in a listing when told to behave as in 2025", async () => {
		const old = await startHub({ isBaseModelsListable: false });
		assert.equal((await ask(`${old.url}/api/models?expand=baseModels`)).status, 400);
		await old.close();
		assert.equal((await ask(`${list}?expand=baseModels&limit=1`)).status, 200);
	});

	it("pages to the end by an opaque cursor, each model once, with the query kept", async () => {
		const pages = await askAllPages(`${list}?limit=7&filter=safetensors&expand=downloads&sort=downloads`);
		const ids = pages.flat().map((row) => row["id"]);
		assert.equal(new Set(ids).size, ids.length);
		assert(pages.slice(0, -1).every((page) => page.length === 7));
		assert.deepEqual(
			ids,
			await askIds(`${list}?limit=1000&filter=safetensors&expand=downloads&sort=downloads`),
		);
		assert(pages.flat().every((row) => Object.keys(row).length === 3));
	});

	it("pages by what sorts after the last row, so that a model whose count falls is met twice", async () => {
		const own = await startHub({
			rows: [40, 30, 20, 10].map((downloads) => ({
				id: `a/m${downloads}`,
				createdAt: "2026-01-01T00:00:00.000Z",
				downloads,
			})),
		});
		const first = await ask(`${own.url}/api/models?sort=downloads&limit=2`);
		const second = await ask(readNext(first) ?? "");
		own.patchModel("a/m40", { downloads: 15 });
		const again = await ask(readNext(first) ?? "");
		await own.close();
		assert.equal(readNext(second), undefined);
		const ids = parseRows(again.text).map((row) => row["id"]);
		assert.deepEqual(ids, ["a/m20", "a/m40"]);
	});

	it("gives at most 1,000 rows and refuses a limit or a cursor that is none", async () => {
		const own = await startHub({
			rows: Array.from({ length: 1001 }, (_row, index) => ({ id: `a/m${index}` })),
		});
		const answer = await ask(`${own.url}/api/models?limit=5000`);
		await own.close();
		assert.equal(JSON.parse(answer.text).length, 1000);
		assert(readNext(answer) !== undefined);
		assert.equal((await ask(`${list}?limit=0`)).status, 400);
		assert.equal((await ask(`${list}?cursor=bm9uc2Vuc2U`)).status, 400);
	});

	it("serves rows that are no models as they stand", async () => {
		const name = "a/<b>\u202egnp.exe</b>";
		const own = await startHub({ rows: [null, 7, { id: 3 }, { id: name, createdAt: "never", tags: "x" }] });
		const answer = await ask(`${own.url}/api/models`);
		await own.close();
		const rows = JSON.parse(answer.text);
		assert.deepEqual(rows.slice(0, 3), [null, 7, { id: 3 }]);
		assert.equal(rows[3].id, name);
	});
});

function isAbove(a: unknown, b: unknown): boolean {
	return typeof a === "number" && typeof b === "number" ? a > b : String(a) > String(b);
}
