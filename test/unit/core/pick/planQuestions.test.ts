import assert from "node:assert/strict";
import type { Needs } from "../../../../src/core/pick/needs.ts";
import { mostQuestions, planQuestions } from "../../../../src/core/pick/planQuestions.ts";
import { card } from "./pickFixture.ts";

const needs: Needs = { tasks: ["text-generation"], contextTokens: 4_096, targets: [] };

describe("questions that a pick asks the Hub", () => {
	it("are few, and begin with what is used most for each task", () => {
		const tasks = ["image-text-to-text", "any-to-any", "visual-question-answering", "image-to-text"];
		const questions = planQuestions({ ...needs, tasks, makers: { orgs: [["Qwen"]], families: [["qwen"]] } });
		assert.equal(questions.length, mostQuestions);
		assert.deepEqual(
			questions.slice(0, 3).map(({ task, sort }) => [task, sort]),
			tasks.slice(0, 3).map((task) => [task, "downloads"]),
		);
		assert.ok(questions.some(({ author }) => author === "Qwen"));
	});

	it("ask only for what every candidate must satisfy and the Hub can tell", () => {
		const [question] = planQuestions({
			...needs,
			licenses: [{ ids: ["apache-2.0"], classes: [] }],
			languages: ["pl", "multilingual"],
			formats: [["gguf"]],
			gatedOk: false,
		});
		assert.deepEqual(question?.tags, ["license:apache-2.0", "pl", "gguf"]);
		assert.equal(question?.gated, false);
	});

	it("name the library and the quantization that the Hub tags, and ask once for what the one in use loads", () => {
		const [must] = planQuestions({
			...needs,
			libraries: [["ctranslate2"]],
			quantizations: [["awq"], ["4bit"], ["q4_k_m"]],
		});
		assert.deepEqual(must?.tags, ["ctranslate2", "awq", "4-bit"]);
		const tagged = planQuestions({
			...needs,
			inUse: [{ formats: [["onnx"]], libraries: [["transformers.js"]] }],
		});
		assert.deepEqual(tagged.map(({ tags }) => tags).filter(Boolean), [["onnx", "transformers.js"]]);
	});

	it("ask for what is liked in whatever languages, for many that lead tag none", () => {
		const questions = planQuestions({ ...needs, licenses: [{ ids: ["mit"] }], languages: ["pl"] });
		assert.deepEqual(
			questions.map(({ sort, tags }) => [sort, tags]),
			[
				["downloads", ["license:mit", "pl"]],
				["trending", ["license:mit", "pl"]],
				["likes", ["license:mit"]],
			],
		);
	});

	it("leave to us what has alternatives, or passes without being known", () => {
		const [question] = planQuestions({
			...needs,
			licenses: [{ ids: ["apache-2.0"], classes: ["permissive"] }, { ids: ["mit", "apache-2.0"] }],
			languages: ["pl"],
			includeUnknown: ["language"],
			formats: [["gguf", "mlx"]],
		});
		assert.equal(question?.tags, undefined);
	});

	it("leave out what cannot fit at any width", () => {
		const [question] = planQuestions({ ...needs, targets: [card(8), card(24)] });
		const billions = (question?.parameters?.max ?? 0) / 1e9;
		// 8 GiB less what the system keeps, at three bits a weight.
		assert.ok(billions > 15 && billions < 24, String(billions));
	});
});
