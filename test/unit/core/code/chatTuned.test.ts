import assert from "node:assert/strict";
import { isChatTuned, isPretrainedOnly } from "../../../../src/core/code/chatTuned.ts";

describe("telling a chat model", () => {
	it("goes by the name, the task, or the same author's base model", () => {
		const task = "text-generation";
		assert.ok(isChatTuned({ repoId: "meta-llama/Llama-3.1-8B-Instruct", task }));
		assert.ok(isChatTuned({ repoId: "google/gemma-3-27b-it", task }));
		assert.ok(isChatTuned({ repoId: "Qwen/Qwen3.6-27B", task: "image-text-to-text" }));
		assert.ok(
			isChatTuned({ repoId: "Qwen/Qwen3-8B", task, baseModels: { repoIds: ["Qwen/Qwen3-8B-Base"] } }),
		);
		assert.ok(
			!isChatTuned({ repoId: "me/Qwen3-8B-mine", task, baseModels: { repoIds: ["Qwen/Qwen3-8B-Base"] } }),
		);
		assert.ok(!isChatTuned({ repoId: "meta-llama/Llama-3.1-8B", task }));
		assert.ok(!isChatTuned({ repoId: "google/gemma-3-27b-pt", task: "image-text-to-text" }));
	});

	it("sees that a model was only pretrained", () => {
		assert.ok(isPretrainedOnly("Qwen/Qwen3-8B-Base"));
		assert.ok(!isPretrainedOnly("Qwen/Qwen3-8B"));
		assert.ok(!isPretrainedOnly("databases/sql-7b"));
	});
});
