/** A commit that the lock has. */
export const lockedCommit = "1".repeat(40);

const weights = (name: string, size = 2_000_000_000) => [
	{ rfilename: "config.json", size: 700 },
	{ rfilename: name, size },
];
const model = (id: string, facts: object = {}): object => ({
	id,
	pipeline_tag: "text-generation",
	library_name: "transformers",
	tags: ["transformers", "safetensors", "license:mit"],
	cardData: { license: "mit" },
	safetensors: { parameters: { BF16: 1_000_000_000 }, total: 1_000_000_000 },
	siblings: weights("model.safetensors"),
	downloads: 1000,
	config: { model_type: "llama", max_position_embeddings: 32_768 },
	...facts,
});
const vectors = (id: string, size: number): object =>
	model(id, {
		pipeline_tag: "sentence-similarity",
		config: undefined,
		configJson: { model_type: "bert", hidden_size: size, num_hidden_layers: 24, num_attention_heads: 16 },
	});

/** A Hub whose models each have one thing about them. */
export const matrixModels: readonly object[] = [
	model("lab-x/plain-7B", { aliases: ["lab-x/former-name-7B"] }),
	model("lab-x/closed-7B", { gated: "auto" }),
	model("lab-x/pickled-7B", {
		tags: ["transformers", "pytorch", "license:mit"],
		safetensors: undefined,
		siblings: weights("pytorch_model.bin"),
	}),
	model("lab-y/pickled-7B"),
	model("lab-x/coded-7B", { tags: ["transformers", "safetensors", "custom_code", "license:mit"] }),
	model("lab-y/coded-7B"),
	model("lab-x/scanned-7B", {
		securityRepoStatus: {
			scansDone: true,
			filesWithIssues: [{ path: "model.safetensors", level: "unsafe" }],
		},
	}),
	model("lab-y/scanned-7B"),
	model("lab-x/older-7B", { cardData: { license: "mit", new_version: "lab-x/plain-7B" } }),
	model("lab-x/silent-7B", { tags: ["transformers", "safetensors"], cardData: {} }),
	model("lab-x/research-7B", { tags: ["license:cc-by-nc-4.0"], cardData: { license: "cc-by-nc-4.0" } }),
	model("lab-x/llama-7B", { tags: ["license:llama2"], cardData: { license: "llama2" } }),
	model("lab-x/freed-7B", {
		tags: [
			"transformers",
			"safetensors",
			"license:mit",
			"base_model:lab-x/llama-7B",
			"base_model:finetune:lab-x/llama-7B",
		],
		cardData: { license: "mit", base_model: "lab-x/llama-7B" },
	}),
	model("lab-x/changed-7B", { tags: ["license:apache-2.0"], cardData: { license: "apache-2.0" } }),
	model("lab-x/short-7B", { config: { model_type: "llama", max_position_embeddings: 2048 } }),
	model("lab-z/barred-7B"),
	model("lab-x/giant-900B", {
		safetensors: { parameters: { BF16: 900e9 }, total: 900e9 },
		siblings: weights("model.safetensors", 1_800_000_000_000),
	}),
	model("lab-w/giant-1B-int4", {
		tags: ["transformers", "safetensors", "license:mit", "base_model:quantized:lab-x/giant-900B"],
	}),
	model("lab-x/giant-1B"),
	vectors("lab-x/vectors-large", 1024),
	vectors("lab-x/vectors-small", 384),
];

/** What each of them breaks one rule of. */
export const matrixPolicy = {
	licenses: { forbidClasses: ["nonCommercial"] },
	organizations: { forbid: ["lab-z"] },
	contextTokens: 4096,
	embeddingDimension: 384,
};

/** One whose license was another, and one that code may have at another commit. */
export const matrixLock = {
	lockVersion: 1,
	models: [
		{ id: "lab-x/changed-7B", revision: lockedCommit, license: { id: "mit" }, date: "2026-01-01" },
		{ id: "lab-x/coded-7B", revision: lockedCommit, license: { id: "mit" }, date: "2026-01-01" },
	],
};
