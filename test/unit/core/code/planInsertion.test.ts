import assert from "node:assert/strict";
import fc from "fast-check";
import { type InsertionRequest, planInsertion } from "../../../../src/core/code/planInsertion.ts";

const repoId = "Qwen/Qwen3-8B";

/** What stands in a document after inserting at `▮`. */
function insert(languageId: string, marked: string, extra: Partial<InsertionRequest> = {}): string {
	const [before = "", rest = ""] = marked.split("▮");
	const after = rest.split("\n")[0] ?? "";
	const { text } = planInsertion({ languageId, before, after, repoId, kind: "auto", ...extra });
	return before + text + rest;
}

const causal = { task: "text-generation", library: "transformers" };

/** Language, text with the cursor, text after inserting. */
const places: readonly (readonly [string, string, string])[] = [
	["python", 'model = "▮"', 'model = "Qwen/Qwen3-8B"'],
	["python", 'model = "▮', 'model = "Qwen/Qwen3-8B'],
	["python", "model = '▮'", "model = 'Qwen/Qwen3-8B'"],
	["python", "model = ▮", 'model = "Qwen/Qwen3-8B"'],
	["python", "a = 'x'\nb = 'y'\nmodel = ▮", "a = 'x'\nb = 'y'\nmodel = 'Qwen/Qwen3-8B'"],
	["python", "AutoModel.from_pretrained(▮)", 'AutoModel.from_pretrained("Qwen/Qwen3-8B")'],
	["python", "llm = LLM(\n    model=▮,\n)", 'llm = LLM(\n    model="Qwen/Qwen3-8B",\n)'],
	["python", "llm = LLM(\n    ▮\n)", 'llm = LLM(\n    "Qwen/Qwen3-8B"\n)'],
	["python", "models = [\n    ▮\n]", 'models = [\n    "Qwen/Qwen3-8B"\n]'],
	["python", "# see ▮", "# see Qwen/Qwen3-8B"],
	["python", 'x = "#"; y = ▮', 'x = "#"; y = "Qwen/Qwen3-8B"'],
	["python", 'x = "a\\"b ▮"', 'x = "a\\"b Qwen/Qwen3-8B"'],
	["python", '"""\nUses ▮\n"""', '"""\nUses Qwen/Qwen3-8B\n"""'],
	["python", '"""done"""\nm = ▮', '"""done"""\nm = "Qwen/Qwen3-8B"'],
	["python", 'f"load {▮}"', "f\"load {'Qwen/Qwen3-8B'}\""],
	["python", "f'load {▮}'", "f'load {\"Qwen/Qwen3-8B\"}'"],
	["python", 'f"load {{▮}}"', 'f"load {{Qwen/Qwen3-8B}}"'],
	["python", 'f"load {x} ▮"', 'f"load {x} Qwen/Qwen3-8B"'],
	["python", 'r"C:\\▮"', 'r"C:\\Qwen/Qwen3-8B"'],
	["python", "body = '{\"model\": ▮}'", 'body = \'{"model": "Qwen/Qwen3-8B"}\''],
	["python", 'body = "{\\"model\\": ▮}"', 'body = "{\\"model\\": \\"Qwen/Qwen3-8B\\"}"'],
	["python", "it = 'unclosed\nm = ▮", "it = 'unclosed\nm = 'Qwen/Qwen3-8B'"],
	["typescript", 'const model = "▮";', 'const model = "Qwen/Qwen3-8B";'],
	["typescript", "const model = ▮;", 'const model = "Qwen/Qwen3-8B";'],
	["typescript", "import x from 'y';\nconst m = ▮", "import x from 'y';\nconst m = 'Qwen/Qwen3-8B'"],
	["typescript", "const m = `use ▮`;", "const m = `use Qwen/Qwen3-8B`;"],
	["typescript", `const m = \`use \${▮}\`;`, `const m = \`use \${"Qwen/Qwen3-8B"}\`;`],
	["typescript", `const m = \`\${f({ a: 1 })} ▮\`;`, `const m = \`\${f({ a: 1 })} Qwen/Qwen3-8B\`;`],
	["typescript", "/* about\n ▮ */", "/* about\n Qwen/Qwen3-8B */"],
	["typescript", "// it's\nload(▮)", '// it\'s\nload("Qwen/Qwen3-8B")'],
	["javascript", "pipeline('text-generation', ▮)", "pipeline('text-generation', 'Qwen/Qwen3-8B')"],
	["javascriptreact", "<Chat model=▮ />", '<Chat model="Qwen/Qwen3-8B" />'],
	["json", '{ "model": ▮ }', '{ "model": "Qwen/Qwen3-8B" }'],
	["json", '{ "model": "▮" }', '{ "model": "Qwen/Qwen3-8B" }'],
	["json", '{ "models": [▮] }', '{ "models": ["Qwen/Qwen3-8B"] }'],
	["json", '{ "body": "{\\"model\\": ▮}" }', '{ "body": "{\\"model\\": \\"Qwen/Qwen3-8B\\"}" }'],
	["jsonc", "{ // the ▮\n}", "{ // the Qwen/Qwen3-8B\n}"],
	["jsonc", '{ "url": "http://x", "model": ▮ }', '{ "url": "http://x", "model": "Qwen/Qwen3-8B" }'],
	["yaml", "model: ▮", "model: Qwen/Qwen3-8B"],
	["yaml", "model:▮", "model: Qwen/Qwen3-8B"],
	["yaml", 'model: "▮"', 'model: "Qwen/Qwen3-8B"'],
	["yaml", "models:\n  - ▮", "models:\n  - Qwen/Qwen3-8B"],
	["yaml", "models:\n  -▮", "models:\n  - Qwen/Qwen3-8B"],
	["yaml", "args: [--model, ▮]", "args: [--model, Qwen/Qwen3-8B]"],
	["yaml", "run: |\n  vllm serve ▮", "run: |\n  vllm serve Qwen/Qwen3-8B"],
	["yaml", "# model: ▮", "# model: Qwen/Qwen3-8B"],
	["toml", "model = ▮", 'model = "Qwen/Qwen3-8B"'],
	["toml", "model = '▮'", "model = 'Qwen/Qwen3-8B'"],
	["toml", "# ▮", "# Qwen/Qwen3-8B"],
	["shellscript", "vllm serve ▮", "vllm serve Qwen/Qwen3-8B"],
	["shellscript", 'MODEL="▮"', 'MODEL="Qwen/Qwen3-8B"'],
	["shellscript", "curl -d '{\"model\": ▮}'", 'curl -d \'{"model": "Qwen/Qwen3-8B"}\''],
	["dockerfile", "ENV MODEL=▮", "ENV MODEL=Qwen/Qwen3-8B"],
	["dockerfile", 'CMD ["vllm", "serve", ▮]', 'CMD ["vllm", "serve", "Qwen/Qwen3-8B"]'],
	["dockerfile", 'CMD ["vllm", "serve", "▮"]', 'CMD ["vllm", "serve", "Qwen/Qwen3-8B"]'],
	["markdown", "We use ▮.", "We use Qwen/Qwen3-8B."],
	["markdown", "It's ▮", "It's Qwen/Qwen3-8B"],
	["markdown", '```json\n{ "model": ▮ }', '```json\n{ "model": "Qwen/Qwen3-8B" }'],
	["plaintext", "▮", "Qwen/Qwen3-8B"],
	["go", 'model := "▮"', 'model := "Qwen/Qwen3-8B"'],
	["go", "model := ▮", 'model := "Qwen/Qwen3-8B"'],
	["go", "r := '\"'\nmodel := ▮", 'r := \'"\'\nmodel := "Qwen/Qwen3-8B"'],
	["go", "s := `raw ▮`", "s := `raw Qwen/Qwen3-8B`"],
	["rust", "let model = ▮;", 'let model = "Qwen/Qwen3-8B";'],
	["rust", "fn f<'a>(x: &'a str) { g(▮) }", "fn f<'a>(x: &'a str) { g(\"Qwen/Qwen3-8B\") }"],
	["java", "String model = ▮;", 'String model = "Qwen/Qwen3-8B";'],
	["java", "char c = '\"'; load(▮);", 'char c = \'"\'; load("Qwen/Qwen3-8B");'],
	["unheard-of", "model ▮", "model Qwen/Qwen3-8B"],
];

/** On an empty line: language, text with the cursor, library, task, and what stands there then. */
const statements: readonly (readonly [string, string, string, string, string])[] = [
	["python", "▮", "transformers", "text-generation", 'pipeline("text-generation", model="Qwen/Qwen3-8B")'],
	[
		"python",
		"import os\n\n▮\n",
		"sentence-transformers",
		"sentence-similarity",
		'SentenceTransformer("Qwen/Qwen3-8B")',
	],
	["python", "x = 1\n▮", "sentence-transformers", "text-ranking", 'CrossEncoder("Qwen/Qwen3-8B")'],
	[
		"python",
		"def f():\n    ▮",
		"diffusers",
		"text-to-image",
		'DiffusionPipeline.from_pretrained("Qwen/Qwen3-8B")',
	],
	[
		"python",
		"# Load the model.\n▮",
		"timm",
		"image-classification",
		'timm.create_model("hf_hub:Qwen/Qwen3-8B", pretrained=True)',
	],
	["python", "▮", "transformers", "robotics", 'AutoModel.from_pretrained("Qwen/Qwen3-8B")'],
	["python", "▮", "transformers", "translation", 'pipeline("text-generation", model="Qwen/Qwen3-8B")'],
	[
		"python",
		"▮",
		"transformers",
		"text-ranking",
		'AutoModelForSequenceClassification.from_pretrained("Qwen/Qwen3-8B")',
	],
	["python", "▮", "nobody-knows", "text-generation", '"Qwen/Qwen3-8B"'],
	["python", "model = \\\n▮", "transformers", "text-generation", '"Qwen/Qwen3-8B"'],
	["python", "x = {\n▮", "transformers", "text-generation", '"Qwen/Qwen3-8B"'],
	[
		"typescript",
		"import { pipeline } from '@huggingface/transformers';\n▮",
		"transformers.js",
		"feature-extraction",
		"await pipeline('feature-extraction', 'Qwen/Qwen3-8B')",
	],
	[
		"typescript",
		"async function f() {\n\t▮\n}",
		"transformers.js",
		"fill-mask",
		'await pipeline("fill-mask", "Qwen/Qwen3-8B")',
	],
	[
		"typescript",
		"const f = async () => {\n\tconst a = 1\n\t▮\n}",
		"transformers.js",
		"fill-mask",
		'await pipeline("fill-mask", "Qwen/Qwen3-8B")',
	],
	["typescript", "const x = {\n\t▮\n}", "transformers.js", "fill-mask", '"Qwen/Qwen3-8B"'],
	["typescript", "call(\n\t▮\n)", "transformers.js", "fill-mask", '"Qwen/Qwen3-8B"'],
	["typescript", "const model =\n\t▮", "transformers.js", "fill-mask", '"Qwen/Qwen3-8B"'],
	["typescript", "▮", "transformers", "text-generation", '"Qwen/Qwen3-8B"'],
];

describe("inserting a model", () => {
	for (const [languageId, marked, expected] of places) {
		it(`${languageId}: ${JSON.stringify(marked)}`, () => {
			assert.equal(insert(languageId, marked, causal), expected);
		});
	}

	for (const [languageId, marked, library, task, expected] of statements) {
		it(`${languageId}, a line of its own: ${JSON.stringify(marked)} with ${library}`, () => {
			assert.equal(
				insert(languageId, marked, { library, task }),
				marked.replace("▮", () => expected),
			);
		});
	}

	it("gives the ID alone where only that is wanted", () => {
		assert.equal(insert("python", "▮", { ...causal, kind: "id" }), '"Qwen/Qwen3-8B"');
	});

	it("quotes in YAML an ID that would be read as a number or a truth", () => {
		assert.equal(insert("yaml", "model: ▮", { repoId: "7" }), 'model: "7"');
		assert.equal(insert("yaml", "model: ▮", { repoId: "null" }), 'model: "null"');
		assert.equal(insert("yaml", "model: ▮", { repoId: "gpt2" }), "model: gpt2");
	});

	it("tells what it is going to insert", () => {
		const form = (languageId: string, before: string) =>
			planInsertion({ languageId, before, after: "", repoId, kind: "auto", ...causal }).form;
		assert.equal(form("python", ""), "call");
		assert.equal(form("python", "x = "), "quoted");
		assert.equal(form("python", "x = '"), "bare");
	});

	it("always inserts the whole ID, whatever stands around", () => {
		const languages = fc.constantFrom(...new Set(places.map(([languageId]) => languageId)));
		fc.assert(
			fc.property(
				languages,
				fc.string({ unit: fc.constantFrom(..."\"'`{}()[]$f#/*\\\n a:=-") }),
				(languageId, before) => {
					const { text, form } = planInsertion({
						languageId,
						before,
						after: "",
						repoId,
						kind: "auto",
						...causal,
					});
					assert.ok(text.includes(repoId));
					assert.ok(!text.includes("\n"));
					assert.equal(form === "bare", text.trim() === repoId);
				},
			),
		);
	});
});
