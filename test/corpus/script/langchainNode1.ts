import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { HuggingFaceInferenceEmbeddings } from "@langchain/community/embeddings/hf";
import { HuggingFaceInference } from "@langchain/community/llms/hf";
import { ChatOpenAI } from "@langchain/openai";
import { MemoryVectorStore } from "langchain/vectorstores/memory";

const embeddings = new HuggingFaceTransformersEmbeddings({
  model: "Xenova/bge-small-en-v1.5",
});
const remote = new HuggingFaceInferenceEmbeddings({ model: 'sentence-transformers/all-MiniLM-L6-v2', apiKey: process.env.HF_TOKEN });
const llm = new HuggingFaceInference({
  model: "allenai/OLMo-2-1124-7B-Instruct",
  temperature: 0.2,
});
const judge = new ChatOpenAI({ model: "gpt-4o-mini" });
export const store = await MemoryVectorStore.fromTexts(["Hello/World"], [{ id: 1 }], embeddings);
