import assert from "node:assert/strict";
import { expectIds } from "./marked.ts";

describe("model IDs in JavaScript and TypeScript", () => {
	it("stand in the calls of transformers.js, of inference clients and of LangChain", () => {
		expectIds(
			"typescript",
			[
				'import { pipeline } from "@huggingface/transformers";',
				"const a = await pipeline('feature-extraction', '«Xenova/all-MiniLM-L6-v2»', { dtype: 'q8' });",
				'const b = await AutoModel.from_pretrained("«northlab/owl»");',
				'await hf.textGeneration({ model: "«northlab/owl»", inputs: "a/b" });',
				'new HuggingFaceTransformersEmbeddings({ model: "«Xenova/bge-m3»" });',
				"const MODEL: string = process.env.MODEL ?? `«onnx-community/Qwen3-0.6B»`;",
				'const c = isBig ? "big/one" : "small/one";',
			].join("\n"),
		);
	});

	it("have their revision in the options", () => {
		const [use] = expectIds("javascript", 'AutoModel.from_pretrained("«a1/owl»", { revision: "v2" })');
		assert.equal(use?.revision, "v2");
	});

	it("stand in examples of JSDoc, within fences and without", () => {
		expectIds(
			"typescript",
			[
				"/**",
				" * **Example:** it's a `WiseModel`.",
				" * ```javascript",
				" * const model = await WiseModel.from_pretrained('«northlab/owl»');",
				" * ```",
				' * const llm = new HuggingFaceInference({ model: "«gpt2»", temperature: 0.7 });',
				" */",
				"export class WiseModel {}",
			].join("\n"),
		);
	});

	it("are not modules, routes, types of media, ratios or another library's pipeline", () => {
		for (const code of [
			'import x from "lodash/merge";\nconst y = require("react/jsx-runtime");',
			'app.get("api/users", f);\nconst mime = "image/png";\nconst w = "w/2";',
			'import { pipeline } from "node:stream";\npipeline(source, "a/b");\nconst re = /["\'](a\\/b)/;',
			'const r = createOpenRouter();\nconst MODEL = "meta-llama/llama-3-8b-instruct";',
			'<p>Don\'t</p>;\nconst cls = "w/full";',
		]) {
			expectIds("typescriptreact", code);
		}
	});
});

describe("model IDs in configuration", () => {
	it("stand under keys of JSON", () => {
		expectIds("json", '{ "base_model_name_or_path": "«northlab/owl»", "dataset": "allenai/c4" }');
		expectIds("json", '{ "models": [{ "name": "«Qwen/Qwen3-8B»" }], "files": ["dist/esm"] }');
		expectIds("json", '{ "auto_map": { "AutoModel": "«northlab/owl»--modeling.Owl" } }');
		expectIds("json", '{ "dependencies": { "@huggingface/hub": "^1" }, "repository": "facebook/bert-base" }');
	});

	it("stand under keys, in lists of arguments, in variables and in commands of YAML", () => {
		const uses = expectIds(
			"yaml",
			[
				"base_model: «northlab/owl»  # comment",
				"datasets:",
				"  - path: tatsu-lab/alpaca",
				"image: vllm/vllm-openai:latest",
				"args:",
				"  - --model-id",
				"  - «northlab/owl»",
				"  - --revision",
				"  - v1",
				'  - "--tokenizer=«northlab/owl»"',
				'command: ["vllm", "serve", "«northlab/owl»"]',
				"env:",
				"  - name: EMBEDDING_MODEL",
				'    value: "«northlab/kestrel»"',
				"  - name: LOG_DIR",
				"    value: var/log",
				`  - MODEL_ID=${"$"}{MODEL_ID:-«northlab/kestrel»}`,
				"run: |",
				"  huggingface-cli download «northlab/kestrel» --local-dir a/b",
				"  # base_model: «northlab/owl»",
				"uses: actions/checkout@v4",
				"# env:",
				"#   - name: MODEL_ID",
				'#     value: "«northlab/owl-7b»"',
			].join("\n"),
		);
		assert.equal(uses[1]?.revision, "v1");
	});

	it("stand under keys and in sections of TOML", () => {
		const [, use] = expectIds(
			"toml",
			'embedding_model = "«northlab/owl»"\npath = "data/x"\n[model]\nname = "«northlab/kestrel»"\nrevision = "v1"\n[other]\nname = "acme/thing"',
		);
		assert.equal(use?.revision, "v1");
	});
});

describe("model IDs in commands", () => {
	it("stand after commands and flags of what serves, downloads and trains", () => {
		const uses = expectIds(
			"shellscript",
			[
				'MODEL="«northlab/owl»"',
				"CUDA_VISIBLE_DEVICES=0 vllm serve «northlab/owl» \\",
				"  --tokenizer «northlab/kestrel» --download-dir models/x",
				"llama-server -hf «northlab/owl-GGUF»:Q4_K_M",
				"huggingface-cli download «northlab/owl» a.json --revision v1",
				"hf download --repo-type dataset allenai/c4",
				"ollama run hf.co/«northlab/owl-GGUF»:Q8_0",
				"ollama run library/llama",
				"docker run --gpus all vllm/vllm-openai:latest --model «northlab/owl»",
				"lm_eval --model hf --model_args pretrained=«northlab/owl»,dtype=auto --tasks a/b",
				'bash -c "text-embeddings-router --model-id «northlab/owl»"',
				'curl -d \'{"model": "«northlab/owl»"}\' localhost/v1',
				"git clone https://huggingface.co/«northlab/owl»",
				"git clone https://github.com/northlab/owl-7b && cd src/app",
				"# vllm serve «northlab/owl»",
				"MODELS=(«northlab/owl» '«northlab/kestrel»')",
				'models=(\n  "«northlab/owl»",\n  "«northlab/kestrel»",\n)',
				'lm_eval --model hf --model_args pretrained="«northlab/owl»",dtype=auto',
				'echo "Run: huggingface-cli download «northlab/owl» --local-dir models/owl"',
				'echo "Loading northlab/owl-7b from models/owl"',
				"llama-server -hf «northlab/owl-GGUF»:$QUANT",
				`MODEL_REF="${"$"}{OWL:-«northlab/owl-7b-GGUF»:Q4_K_M}"`,
			].join("\n"),
		);
		assert.equal(uses[3]?.variant, "Q4_K_M");
		assert.equal(uses[4]?.revision, "v1");
		assert.equal(uses[5]?.variant, "Q8_0");
	});

	it("stand in what a script writes and runs", () => {
		expectIds(
			"shellscript",
			'cat > a.yaml <<EOF\nbase_model: «northlab/owl»\nEOF\npython - <<PY\nAutoModel.from_pretrained("«northlab/owl»")\nPY\necho "it\'s a/b"',
		);
	});

	it("stand in Dockerfiles: in variables, arrays and commands", () => {
		expectIds(
			"dockerfile",
			[
				"FROM nvidia/cuda:12",
				"ENV MODEL_ID=«northlab/owl»",
				"ENV MODEL_NAME «northlab/owl»",
				"RUN hf download «northlab/owl»",
				'CMD ["vllm", "serve", "«northlab/owl»"]',
			].join("\n"),
		);
	});
});

describe("model IDs in Markdown and notebooks", () => {
	it("stand in fences by their language, in front matter, in links and in commands between backticks", () => {
		const uses = expectIds(
			"markdown",
			[
				"---",
				"base_model: «northlab/owl»",
				"---",
				"Use a/b or `vllm serve «northlab/owl»`, see [it](https://huggingface.co/«northlab/owl»), not `src/core`.",
				"[data](https://huggingface.co/datasets/allenai/c4), [demo](https://huggingface.co/spaces/a/b)",
				"```python",
				'AutoModel.from_pretrained("«northlab/owl»")',
				"```",
				"1. And:",
				"   ```sh",
				"   vllm serve «northlab/owl»",
				"   ```",
			].join("\n"),
		);
		assert.deepEqual(
			uses.map(({ place }) => place),
			["code", "prose", "prose", "code", "code"],
		);
	});

	it("stand in cells at their place in the file, and not in outputs", () => {
		const cell = (kind: string, source: unknown) => ({ cell_type: kind, source });
		const notebook = JSON.stringify(
			{
				cells: [
					cell("markdown", '# "Title"\n[it](https://huggingface.co/«northlab/owl»)'),
					cell("code", [
						"!vllm serve «northlab/owl»\n",
						'x = "a\\tb"\n',
						'AutoModel.from_pretrained("«northlab/owl»")',
					]),
					{ cell_type: "code", outputs: [{ text: ["vllm serve northlab/owl"] }], source: ["print()"] },
					cell("code", "%%bash\nvllm serve «northlab/owl»"),
				],
				metadata: { kernelspec: { language: "python" } },
			},
			undefined,
			1,
		);
		expectIds("ipynb", notebook);
	});
});

describe("addresses of the Hub", () => {
	it("tell the model, its revision and its file, in any language", () => {
		const [use, scheme] = expectIds(
			"go",
			'a := "https://huggingface.co/«northlab/owl»/resolve/refs%2Fpr%2F1/sub/a.bin"\nb := "hf://«northlab/owl»@v1/a.bin"',
		);
		assert.equal(use?.file, "sub/a.bin");
		assert.equal(scheme?.revision, "v1");
		assert.equal(scheme?.file, "a.bin");
	});

	it("are also names that libraries mark as the Hub's, and repositories that are named like a page", () => {
		const [, marked] = expectIds(
			"python",
			'u = "https://huggingface.co/«ggml-org/models»/resolve/main/a.gguf"\n"""As in ``hf-hub:«northlab/owl»@v1``."""',
		);
		assert.equal(marked?.revision, "v1");
	});

	it("are not those of data sets, spaces, documentation, files of the site or templates", () => {
		for (const address of [
			"https://huggingface.co/datasets/allenai/c4",
			"https://huggingface.co/spaces/a/b",
			"https://huggingface.co/docs/transformers/index",
			"https://huggingface.co/blog/peft",
			"https://cdn-uploads.huggingface.co/production/uploads/x.png",
			"https://huggingface.co/models?search=a",
			"https://huggingface.co/northlab",
			`https://huggingface.co/${"$"}{owner}/name`,
			"https://huggingface.co/northlab/owl-{size}",
			"https://huggingface.co/northlab/models",
			"https://nothf.co/a/b",
			"hf://datasets/allenai/c4",
		]) {
			expectIds("markdown", `See <${address}>.`);
		}
	});
});
