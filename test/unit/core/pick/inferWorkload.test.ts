import assert from "node:assert/strict";
import fc from "fast-check";
import { inferWorkload } from "../../../../src/core/pick/inferWorkload.ts";
import type { WorkloadGuess } from "../../../../src/core/pick/workloadGuess.ts";
import { findPreset, findPresetOfTask, workloadPresets } from "../../../../src/core/pick/workloads.ts";

const gibibyte = 1024 ** 3;

function understand(text: string): Omit<WorkloadGuess, "evidence"> {
	const { evidence: _evidence, ...guess } = inferWorkload({ text });
	return guess;
}

describe("workload from plain words", () => {
	it("understands a whole sentence", () => {
		assert.deepEqual(understand("summarize Polish support tickets on an 8 GB AMD card, must be Apache"), {
			presetId: "summarize",
			languages: ["pl"],
			license: { licenseIds: ["apache-2.0"] },
			hardware: { vendor: "amd", memoryBytes: 8 * gibibyte },
		});
	});

	const kinds: readonly (readonly [string, string])[] = [
		["a chatbot for our website", "chat"],
		["an agent with tool calling", "chat"],
		["code completion in the editor", "code"],
		["review pull requests: code review", "code"],
		["tl;dr of long threads", "summarize"],
		["semantic search over our docs", "embed"],
		["vector database for RAG", "embed"],
		["rerank search results", "rerank"],
		["speech to text for meetings", "transcribe"],
		["transcribing podcasts", "transcribe"],
		["text-to-speech for an audiobook", "speak"],
		["read articles aloud: tts", "speak"],
		["describe images for alt text", "seeImage"],
		["generate pictures of cats", "drawImage"],
		["translating manuals", "translate"],
		["classify emails by intent", "classify"],
		["sentiment of reviews", "classify"],
		["OCR of scanned invoices", "readDocument"],
	];
	for (const [text, presetId] of kinds) {
		it(`takes "${text}" for ${presetId}`, () => {
			assert.equal(understand(text).presetId, presetId);
		});
	}

	it("names languages in English or in their own words, in the order of the text", () => {
		assert.deepEqual(understand("translate German and french to 日本語").languages, ["de", "fr", "ja"]);
		assert.deepEqual(understand("chat auf Deutsch").languages, ["de"]);
		assert.equal(understand("polish the text of my emails").languages, undefined);
		assert.deepEqual(understand("summarize polish tickets").languages, ["pl"]);
	});

	it("reads what a license must be, and no need where none is said", () => {
		const license = (text: string) => understand(text).license;
		assert.deepEqual(license("must be MIT or Apache 2.0"), { licenseIds: ["apache-2.0", "mit"] });
		assert.deepEqual(license("for commercial use"), { licenseClasses: ["permissive", "conditions"] });
		assert.deepEqual(license("permissive only"), { licenseClasses: ["permissive"] });
		assert.equal(license("non-commercial research"), undefined);
		assert.equal(license("Chat mit unseren Kunden"), undefined);
	});

	it("reads cards and memory, and tells a card's from the system's", () => {
		const hardware = (text: string) => understand(text).hardware;
		assert.deepEqual(hardware("on a PC with 64 GB of RAM and a 12 GB RTX 4070"), {
			vendor: "nvidia",
			memoryBytes: 12 * gibibyte,
		});
		assert.deepEqual(hardware("RX 7900 XTX, 24GB"), { vendor: "amd", memoryBytes: 24 * gibibyte });
		assert.deepEqual(hardware("on my MacBook"), { vendor: "apple" });
		assert.deepEqual(hardware("CPU with 32 GB of RAM"), { vendor: "cpu", memoryBytes: 32 * gibibyte });
		assert.equal(hardware("summaries"), undefined);
	});

	it("reads context lengths", () => {
		assert.equal(understand("with 16k context").contextTokens, 16_384);
		assert.equal(understand("100,000 tokens of text").contextTokens, 100_000);
		assert.equal(understand("context of 8192").contextTokens, 8_192);
		assert.equal(understand("a 3 token answer").contextTokens, undefined);
	});

	it("never throws, and says nothing about nothing", () => {
		assert.deepEqual(inferWorkload({ text: "" }), { evidence: [] });
		fc.assert(
			fc.property(fc.string(), fc.string(), (text, fileText) => {
				const { presetId } = inferWorkload({ text, fileText, languageId: "python", selection: fileText });
				return presetId === undefined || findPreset(presetId) !== undefined;
			}),
		);
	});
});

describe("workload from code", () => {
	const python = `import torch
from transformers import AutoModelForCausalLM
from vllm import LLM

llm = LLM(model="", max_model_len=32768)
PROMPT = "Summarize the following support ticket"
`;

	it("names the line that each requirement came from", () => {
		const guess = inferWorkload({ text: "", languageId: "python", fileText: python });
		assert.equal(guess.presetId, "summarize");
		assert.equal(guess.contextTokens, 32_768);
		assert.deepEqual(guess.evidence, [
			{ what: "preset", text: "Summarize", from: "file", line: 6 },
			{ what: "context", text: "max_model_len=32768", from: "file", line: 5 },
		]);
	});

	const snippets: readonly (readonly [string, string, string])[] = [
		["python", 'pipe = pipeline("automatic-speech-recognition")', "transcribe"],
		["python", "from sentence_transformers import SentenceTransformer", "embed"],
		["python", "from sentence_transformers import CrossEncoder", "rerank"],
		["python", "from diffusers import DiffusionPipeline", "drawImage"],
		["python", "model = AutoModelForCausalLM.from_pretrained(", "chat"],
		["python", "model = AutoModelForSequenceClassification.from_pretrained(", "classify"],
		["python", "import pytesseract", "readDocument"],
		["python", "import faiss", "embed"],
		["typescript", "const embed = await pipeline('feature-extraction', '')", "embed"],
		["typescript", "await client.chatCompletion({ messages })", "chat"],
		["typescript", "await client.textToSpeech({ inputs })", "speak"],
		["python", "def classify_ticket(text):", "classify"],
	];
	for (const [languageId, fileText, presetId] of snippets) {
		it(`takes ${fileText} for ${presetId}`, () => {
			assert.equal(inferWorkload({ text: "", languageId, fileText }).presetId, presetId);
		});
	}

	it("reads the language of a call", () => {
		const fileText =
			'pipe(audio, generate_kwargs={"language": "polish"})\ntranslate(text, tgt_lang="deu_Latn")';
		assert.deepEqual(inferWorkload({ text: "", languageId: "python", fileText }).languages, ["pl"]);
		assert.deepEqual(
			inferWorkload({ text: "", languageId: "python", fileText: 'run(language="de-DE")' }).languages,
			["de"],
		);
	});

	it("believes the words before the selection, and the selection before the file", () => {
		const selection = 'pipe = pipeline("automatic-speech-recognition")';
		const input = { languageId: "python", fileText: `${python}\n${selection}\n`, selection };
		const guess = inferWorkload({ text: "", ...input });
		assert.equal(guess.presetId, "transcribe");
		assert.deepEqual(guess.evidence[0], {
			what: "preset",
			text: 'pipeline("automatic-speech-recognition"',
			from: "selection",
			line: 8,
		});
		assert.equal(inferWorkload({ text: "translate", ...input }).presetId, "translate");
	});

	it("reads selected prose as words", () => {
		const guess = inferWorkload({
			text: "",
			languageId: "markdown",
			fileText: "# Plan\n\nWe transcribe calls in German.",
			selection: "We transcribe calls in German.",
		});
		assert.equal(guess.presetId, "transcribe");
		assert.deepEqual(guess.languages, ["de"]);
		assert.equal(guess.evidence[0]?.line, 3);
	});
});

describe("presets of workloads", () => {
	it("are about a dozen, each with tasks, words and a context", () => {
		assert.ok(workloadPresets.length >= 12);
		assert.equal(new Set(workloadPresets.map((preset) => preset.id)).size, workloadPresets.length);
		for (const preset of workloadPresets) {
			assert.ok(preset.tasks.length > 0 && preset.words.length >= 4 && preset.contextTokens > 0, preset.id);
		}
	});

	it("have words that can be found", () => {
		for (const { id, words, codeWords } of workloadPresets) {
			for (const phrase of [...words, ...codeWords]) {
				assert.match(phrase, /^[a-z0-9]+(?: [a-z0-9]+)*\*?$/, id);
			}
		}
		assert.equal(understand("re-ranking passages").presetId, "rerank");
		assert.equal(understand("reranker").presetId, "rerank");
	});

	it("are found by task", () => {
		assert.equal(findPresetOfTask("text-generation")?.id, "chat");
		assert.equal(findPresetOfTask("feature-extraction")?.id, "embed");
		assert.equal(findPresetOfTask("image-text-to-text")?.id, "seeImage");
		assert.equal(findPresetOfTask("reinforcement-learning"), undefined);
	});
});
