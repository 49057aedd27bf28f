import { createOllama } from "ollama-ai-provider-v2";

export const ollama = createOllama({ baseURL: `${process.env.OLLAMA_URL}/api` });
export const chatModel = ollama("llama3.1:8b-instruct-q8_0");
export const embeddingModel = ollama.textEmbeddingModel("nomic-embed-text");
