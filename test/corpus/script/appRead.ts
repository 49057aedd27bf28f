import { pipeline, env } from "@xenova/transformers";
import { HfInference } from "@huggingface/inference";
import { streamText } from "ai";
const extractor = await pipeline("feature-extraction", "Xenova/all-MiniLM-L6-v2", { quantized: true });
const hf = new HfInference(token);
await hf.textGeneration({ model: "google/flan-t5-xxl", inputs: "x" });
const out = await hf.chatCompletion({ model: "Qwen/Qwen3-32B", provider: "auto", messages });
const tokenizer = await AutoTokenizer.from_pretrained("Xenova/gpt-4");
const embeddings = new HuggingFaceTransformersEmbeddings({ model: "Xenova/all-MiniLM-L6-v2" });
const e2 = new HuggingFaceInferenceEmbeddings({ model: "sentence-transformers/all-MiniLM-L6-v2" });
const engine = await CreateMLCEngine("Llama-3.1-8B-Instruct-q4f32_1-MLC");
const res = await fetch("https://api-inference.huggingface.co/models/openai/whisper-large-v3", { method: "POST" });
app.get("/api/models", h); router.use("users/list", x);
const MODEL = process.env.MODEL ?? "HuggingFaceTB/SmolLM2-1.7B-Instruct";
import x from "@scope/pkg/sub"; const y = require("lodash/get");
headers: { "content-type": "application/json", accept: "text/event-stream" }
const MODELS = [{ id: "onnx-community/Llama-3.2-1B-Instruct-q4f16", name: "Llama" }, { id: "onnx-community/Qwen2.5-0.5B-Instruct" }];
this.model = await AutoModelForCausalLM.from_pretrained(this.model_id, { dtype: "q4" });
static model_id = "onnx-community/Phi-3.5-mini-instruct-onnx-web";
