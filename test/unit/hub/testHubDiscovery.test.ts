import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { isRecord, readRecords } from "../../hub/rowFields.ts";
import { ask, askObject } from "./readHub.ts";

describe("test Hub: tags, type-ahead, trending, who am I", () => {
	let hub: HubServer;

	before(async () => {
		hub = await startHub();
	});
	after(() => hub.close());

	it("lists the tags of one type or of all", async () => {
		const licenses = await askObject(`${hub.url}/api/models-tags-by-type?type=license`);
		assert.deepEqual(Object.keys(licenses), ["license"]);
		const mit = readRecords(licenses, "license").find((tag) => tag["id"] === "license:mit");
		assert.deepEqual(mit, { id: "license:mit", label: "mit", type: "license" });
		const all = await askObject(`${hub.url}/api/models-tags-by-type`);
		const languages = readRecords(all, "language").map((tag) => tag["label"]);
		assert(languages.includes("German"));
		const tasks = readRecords(all, "pipeline_tag").map((tag) => tag["label"]);
		assert(tasks.includes("Image Text To Text"));
		assert(readRecords(all, "library").some((tag) => tag["id"] === "gguf"));
		assert.equal((await ask(`${hub.url}/api/models-tags-by-type?type=color`)).status, 400);
	});

	it("answers type-ahead with a few ids and the count of all", async () => {
		const found = await askObject(`${hub.url}/api/quicksearch?q=qwen3-8b&type[]=model&limit=3`);
		assert.equal(readRecords(found, "models").length, 3);
		assert(Number(found["modelsCount"]) > 3);
		assert.equal((await ask(`${hub.url}/api/quicksearch?q=a&limit=21`)).status, 400);
	});

	it("lists at most twenty trending models in a shape of its own", async () => {
		const trending = await askObject(`${hub.url}/api/trending?type=model&limit=20`);
		const [first] = readRecords(trending, "recentlyTrending");
		assert(first?.["repoType"] === "model" && isRecord(first["repoData"]));
		assert(!("_id" in first["repoData"]));
		assert.equal((await ask(`${hub.url}/api/trending?limit=21`)).status, 400);
	});

	it("knows who a token belongs to", async () => {
		assert.equal((await ask(`${hub.url}/api/whoami-v2`)).status, 401);
		const answer = await ask(`${hub.url}/api/whoami-v2`, { Authorization: "Bearer hf_loopbackReader" });
		const me = JSON.parse(answer.text);
		assert.equal(me.name, "reader");
		assert.equal(me.auth.accessToken.role, "read");
	});
});
