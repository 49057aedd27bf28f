import assert from "node:assert/strict";
import { readSheet } from "../../../../../src/core/pick/sheet/readSheet.ts";

describe("settings that code asks for", () => {
	const read = (files: Readonly<Record<string, string>>, kind: string) =>
		readSheet({ files: Object.entries(files).map(([path, text]) => ({ path, text })) })
			.requirements.filter((each) => each.kind === kind)
			.map(({ strength, value, from }) => [
				strength,
				value,
				typeof from === "string" ? from : `${from.file}:${from.line}`,
			]);
	const serve = (length: string, more = "") =>
		`import os\nfrom vllm import LLM\n${more}\nllm = LLM("Qwen/Qwen3-8B", max_model_len=${length})\n`;

	it("are found in another file, at the line where they stand", () => {
		const wanted = [["must", 8192, "conf.yaml:2"]];
		const yaml = "llm:\n  longest: 8192\n";
		assert.deepEqual(
			read({ "conf.yaml": yaml, "a.py": serve('cfg["llm"]["longest"]') }, "contextLength"),
			wanted,
		);
		assert.deepEqual(
			read({ "conf.yaml": yaml, "a.py": serve("config.llm.longest") }, "contextLength"),
			wanted,
		);
		assert.deepEqual(
			read({ ".env": "A=1\nLONGEST=8192", "a.py": serve('int(os.environ["LONGEST"])') }, "contextLength"),
			[["must", 8192, ".env:2"]],
		);
		assert.deepEqual(
			read(
				{ "settings.py": "LONGEST = 8 * 1024\n", "a.py": serve("LONGEST", "from settings import LONGEST") },
				"contextLength",
			),
			[["must", 8192, "settings.py:1"]],
		);
	});

	it("are found in what a container's environment says", () => {
		const files = {
			"k8s.yaml": "env:\n  - name: LONGEST\n    value: '4096'\n",
			"a.py": serve('int(os.getenv("LONGEST", "512"))'),
		};
		assert.deepEqual(read(files, "contextLength"), [["must", 4096, "k8s.yaml:3"]]);
		const compose = {
			".env": "LONGEST=4096\n",
			"compose.yaml": `services:\n  a:\n    image: vllm/vllm-openai\n    command: --max-model-len \${LONGEST:-512}\n`,
		};
		assert.deepEqual(read(compose, "contextLength"), [["must", 4096, ".env:1"]]);
	});

	it("replace the defaults of fields that read the environment", () => {
		const files = {
			".env": "APP_LONGEST=16384\n",
			"settings.py":
				"from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    longest: int = 2048\n\nsettings = Settings()\n",
			"a.py": serve("settings.longest", "from settings import settings"),
		};
		assert.deepEqual(read(files, "contextLength"), [["must", 16384, ".env:1"]]);
	});

	it("only order where they are what holds when nothing else is said", () => {
		assert.deepEqual(read({ "a.py": serve('int(os.getenv("LONGEST", "4096"))') }, "contextLength"), [
			["prefer", 4096, "a.py:4"],
		]);
	});

	it("are left alone where a name has several values, or is a parameter", () => {
		const twice = serve("longest", "longest = 4096\nlongest = 512");
		assert.deepEqual(read({ "a.py": twice }, "contextLength"), []);
		const given = "longest = 4096\n\ndef f(longest):\n    return LLM(max_model_len=longest)\n";
		assert.deepEqual(read({ "a.py": `from vllm import LLM\n${given}` }, "contextLength"), []);
		const two = { "a.yaml": "n: 1024\n", "b.yaml": "n: 2048\n", "a.py": serve("config.n") };
		assert.deepEqual(read(two, "contextLength"), []);
	});

	it("tell the task, the language and the machine as well", () => {
		const files = {
			"config.py": 'TASK = "translation"\nDEVICE = "cuda"\n',
			"a.py":
				"from transformers import pipeline\nimport config\np = pipeline(config.TASK, device=config.DEVICE)\n",
		};
		assert.deepEqual(read(files, "task"), [["must", "translation", "config.py:1"]]);
		assert.deepEqual(read(files, "target"), [["prefer", { vendor: "nvidia" }, "config.py:2"]]);
	});
});

describe("the function at the cursor", () => {
	it("counts with what it uses, where it names no model itself", () => {
		const text = [
			"from transformers import pipeline",
			'ner = pipeline("token-classification")',
			'topics = pipeline("zero-shot-classification")',
			"",
			"def people(text):",
			"    return ner(text)",
			"",
			"def topic(text):",
			"    return topics(text, ['a', 'b'])",
		].join("\n");
		for (const [line, task] of [
			[6, "token-classification"],
			[9, "zero-shot-classification"],
		] as const) {
			const { requirements } = readSheet({
				files: [{ path: "a.py", text }],
				lines: { first: line, last: line },
			});
			assert.deepEqual(
				requirements.filter(({ kind }) => kind === "task").map(({ strength, value }) => [strength, value]),
				[["must", task]],
			);
		}
	});
});
