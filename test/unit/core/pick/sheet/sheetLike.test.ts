import assert from "node:assert/strict";
import { createSheetLike } from "../../../../../src/core/pick/sheet/sheetLike.ts";
import { countParameters, makeModel } from "../../fit/samples.ts";

describe("the sheet of something like a model", () => {
	it("asks for its task, and prefers what else is known of it", () => {
		const sheet = createSheetLike(
			makeModel("Qwen/Qwen3-8B", {
				task: "text-generation",
				license: { id: "apache-2.0", origin: "tag" },
				parameters: countParameters(8e9),
				contextLength: { value: 40_960, basis: "read", from: "config" },
				languages: ["en", "zh"],
			}),
		);
		assert.deepEqual(
			sheet?.requirements.map(({ kind, value, strength }) => [kind, value, strength]),
			[
				["task", "text-generation", "must"],
				["language", "en", "prefer"],
				["language", "zh", "prefer"],
				["contextLength", 40_960, "prefer"],
				["license", ["permissive"], "prefer"],
				["parameters", { min: 4e9, max: 16e9 }, "prefer"],
				["currentModel", "Qwen/Qwen3-8B", "prefer"],
			],
		);
	});

	it("asks for no language of one that is made for many, and for no license that binds", () => {
		const languages = ["en", "de", "fr", "es", "it", "pl"];
		const sheet = createSheetLike(
			makeModel("google/gemma-3-4b-it", {
				task: "image-text-to-text",
				license: { id: "gemma", origin: "tag" },
				languages,
			}),
		);
		const kinds = sheet?.requirements.map(({ kind }) => kind);
		assert.deepEqual(kinds, ["task", "input", "currentModel"]);
	});

	it("is none where nobody knows what the model does", () => {
		const { task: _task, ...model } = makeModel("someone/weights", {});
		assert.equal(createSheetLike(model), undefined);
	});
});
