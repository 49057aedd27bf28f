import assert from "node:assert/strict";
import { expectIds } from "./marked.ts";

describe("model IDs in Python", () => {
	it("stand in the calls of the libraries that load models", () => {
		for (const code of [
			'AutoModel.from_pretrained("«acme-ai/kestrel»")',
			'model = AutoModelForCausalLM.from_pretrained(\n    pretrained_model_name_or_path="«acme-ai/kestrel»",\n    device_map="auto",\n)',
			'from transformers import pipeline\npipe = pipeline("ner", "«acme-ai/kestrel»")\npipe = pipeline(task="ner", model="«acme-ai/kestrel»", tokenizer="«acme-ai/owl»")',
			'SentenceTransformer("«acme-ai/kestrel»")\nCrossEncoder("«acme-ai/owl»", max_length=512)',
			'from vllm import LLM\nllm = LLM(model="«acme-ai/kestrel»", tensor_parallel_size=2)',
			'hf_hub_download(repo_id="«acme-ai/kestrel»", filename="a/b.json")\nsnapshot_download("«acme-ai/owl»")',
			'InferenceClient("«acme-ai/kestrel»").text_to_image("x/y", model="«acme-ai/owl»")',
			'HuggingFaceEmbedding(model_name="«acme-ai/kestrel»")\nHuggingFaceEndpoint(repo_id="«acme-ai/owl»")',
			'FastLanguageModel.from_pretrained(model_name = "«acme-ai/kestrel»", load_in_4bit = True)',
			'PeftModel.from_pretrained(base, "«acme-ai/kestrel»")\npipe.load_lora_weights("«acme-ai/owl»", weight_name="a.safetensors")',
			'timm.create_model("hf_hub:«acme-ai/kestrel»", pretrained=True)\nopen_clip.create_model("hf-hub:«acme-ai/owl»")',
			'GemmaCausalLM.from_preset("hf://«acme-ai/kestrel»")',
			'completion(model="huggingface/«acme-ai/kestrel»")',
			'SFTTrainer(model="«acme-ai/kestrel»", args=SFTConfig(output_dir="out/run", hub_model_id="«me/mine-7b»"))',
		]) {
			expectIds("python", code.replaceAll("acme-ai", "northlab"));
		}
	});

	it("come to such a call by names", () => {
		for (const code of [
			'WHAT = "«northlab/kestrel»"\nAutoModel.from_pretrained(WHAT)',
			'parser.add_argument("--thing", default="«northlab/kestrel»")\nAutoModel.from_pretrained(args.thing)',
			'@dataclass\nclass A:\n    thing: str = field(default="«northlab/kestrel»")\nAutoModel.from_pretrained(a.thing)',
			'def load(where="«northlab/owl»"):\n    return AutoModel.from_pretrained(where)\nload("«northlab/kestrel»")',
			'class A:\n    def __init__(self, spec):\n        self.m = AutoModel.from_pretrained(spec)\nA("«northlab/kestrel»")',
			'MINE = {"a": "«northlab/kestrel»", "b": {"c": "«northlab/owl»"}}\nAutoModel.from_pretrained(MINE["a"])',
			'for each in ["«northlab/kestrel»", "«gpt2»"]:\n    AutoModel.from_pretrained(each)',
			'for key, spec in ALL.items():\n    AutoModel.from_pretrained(spec)\nALL = {"x": "«northlab/kestrel»"}',
			'a, b = PAIRS[0]\nAutoModel.from_pretrained(a)\nPAIRS = [("«northlab/kestrel»", 1)]',
		]) {
			expectIds("python", code);
		}
	});

	it("are given to names that hold models", () => {
		expectIds(
			"python",
			[
				'EMBEDDING_MODEL = os.getenv("EMBEDDING_MODEL", "«BAAI/bge-m3»")',
				'os.environ["MODEL_ID"] = "«Qwen/Qwen3-8B»"',
				'if model_name == "«microsoft/phi-2»": pass',
				'MODELS = ["«Qwen/Qwen3-8B»", ("«google/gemma-2-2b»", 1)]',
				'subprocess.run(["vllm", "serve", "«Qwen/Qwen3-8B»", "--tokenizer", "«Qwen/Qwen3-4B»"])',
			].join("\n"),
		);
	});

	it("without an owner stand only where nothing but a model can", () => {
		expectIds("python", 'BertModel.from_pretrained("«bert-base-uncased»")\nname = "bert-base-uncased"');
		expectIds("python", 'SentenceTransformer("«all-MiniLM-L6-v2»")\nAutoModel.from_pretrained("my-model")');
		expectIds("python", 'tiktoken.get_encoding("gpt2")\nmodel_type = "bert-base-uncased"');
	});

	it("are not paths, data sets, packages, images, addresses or what services call their models", () => {
		for (const code of [
			'AutoModel.from_pretrained("./local/dir")\nAutoModel.from_pretrained("outputs/run")\nAutoModel.from_pretrained("a/b/c")',
			'load_dataset("tatsu-lab/alpaca")\nDATA = "allenai/c4"\nload_dataset(DATA)\ndataset_name = "allenai/c4"',
			'hf_hub_download(repo_id="google/bert-data", filename="x.csv", repo_type="dataset")',
			'torch.hub.load("facebookresearch/dinov2", "dinov2_vits14")\nmodel_image = "vllm/vllm-openai"',
			'headers = {"Content-Type": "application/json"}\nmodel_dir = "google/bert-base"',
			'from openai import OpenAI\nclient.chat.completions.create(model="openai/gpt-4o")\nmodel = "anthropic/claude-3"',
			'AutoModel.from_pretrained(f"google/bert-{size}")\nAutoModel.from_pretrained("google/" + name)',
			'model_name = "ViT-B/32"\nmodel = "your-username/your-model"\nAutoModel.from_pretrained("org/name")',
			'Client("gradio/whisper-large")\ngh.get_repo("meta-llama/llama-7b")',
			'# from stream import pipeline\npipeline(source, "a/b")',
		]) {
			expectIds("python", code);
		}
	});

	it("stand in settings that a program writes, and in texts that a program of the Hub tells", () => {
		expectIds(
			"python",
			'text = """\nmodel_name_or_path: «Qwen/Qwen3-8B»\noutput_dir: saves/qwen3-8b\nteam: northlab/owl-7b\n"""',
		);
		expectIds(
			"python",
			'from transformers import X\n"""Such as:\n\n    model = make(pretrained="«gpt2»")\n"""',
		);
		expectIds("python", 'import huggingface_hub\nHF_REPO = "«northlab/owl»"\nREPO = "northlab/kestrel"');
		expectIds("python", 'import huggingface_hub\nHF_REPO = "northlab/dataset-of-owls"');
		expectIds("python", 'from groq import Groq\nMODEL = "qwen/qwen3-32b"\nEMBEDDING_MODEL = "«BAAI/bge-m3»"');
	});

	it("are told with what stands beside them", () => {
		const [first, second, third] = expectIds(
			"python",
			[
				'AutoModel.from_pretrained("«northlab/owl»", revision="v1")',
				'hf_hub_download("«northlab/owl»", filename="a.gguf")',
				'from transformers import pipeline\npipeline("text-classification", model="«northlab/owl»")',
			].join("\n"),
		);
		assert.equal(first?.revision, "v1");
		assert.equal(first?.callSite, "from_pretrained");
		assert.equal(first?.confidence, "certain");
		assert.equal(second?.file, "a.gguf");
		assert.equal(third?.task, "text-classification");
		assert.equal(third?.callSite, "pipeline.model");
	});

	it("stand in comments, docstrings and texts as calls, commands and addresses, and are told as such", () => {
		const uses = expectIds(
			"python",
			[
				'"""Loads.',
				"",
				'>>> AutoModel.from_pretrained("«northlab/owl»")',
				"$ vllm serve «northlab/owl» --port 1",
				"See https://huggingface.co/«northlab/owl»/blob/main/a.json, either/or https://huggingface.co/docs/hub.",
				'"""',
				"# It's and/or.",
				'# model = AutoModel.from_pretrained("«northlab/owl»")',
			].join("\n"),
		);
		assert.deepEqual(
			uses.map(({ place }) => place),
			["comment", "comment", "code", "comment"],
		);
	});
});
