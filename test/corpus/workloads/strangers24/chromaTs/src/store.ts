import { ChromaClient } from "chromadb";
import { OllamaEmbeddingFunction } from "@chroma-core/ollama";

const client = new ChromaClient({ host: "localhost", port: 8000 });

export async function openNotes() {
  return client.getOrCreateCollection({
    name: "notes",
    embeddingFunction: new OllamaEmbeddingFunction({ url: "http://localhost:11434", model: "mxbai-embed-large" }),
  });
}
