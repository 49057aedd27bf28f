import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { HuggingFaceInferenceEmbeddings } from "@langchain/community/embeddings/hf";
import { HuggingFaceInference } from "@langchain/community/llms/hf";
import { ChatOpenAI } from "@langchain/openai";
import { MemoryVectorStore } from "langchain/vectorstores/memory";

const embeddings = new HuggingFaceTransformersEmbeddings({
  model: "Supabase/gte-small",
});
const remote = new HuggingFaceInferenceEmbeddings({ model: 'FacebookAI/roberta-base', apiKey: process.env.HF_TOKEN });
const llm = new HuggingFaceInference({
  model: "internlm/internlm2_5-7b-chat",
  temperature: 0.2,
});
const judge = new ChatOpenAI({ model: "gpt-4o-mini" });
export const store = await MemoryVectorStore.fromTexts(["Hello/World"], [{ id: 1 }], embeddings);
