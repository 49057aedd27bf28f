import { embedMany, generateText } from "ai";
import { createOllama } from "ollama-ai-provider-v2";

const ollama = createOllama({ baseURL: process.env.OLLAMA_URL });

export async function embed(values: string[]) {
	const { embeddings } = await embedMany({ model: ollama.textEmbeddingModel("bge-m3"), values });
	return embeddings;
}

export async function summarize(text: string) {
	const { text: summary } = await generateText({ model: ollama("llama3.1"), prompt: `Summarize:\n${text}`, maxOutputTokens: 300 });
	return summary;
}
