import { ChatOllama, OllamaEmbeddings } from "@langchain/ollama";
import { MemoryVectorStore } from "langchain/vectorstores/memory";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";

const embeddings = new OllamaEmbeddings({ model: "nomic-embed-text" });
const llm = new ChatOllama({ model: "mistral-small3.1", temperature: 0, numCtx: 16384, keepAlive: "30m" });

export async function buildChain(texts: string[]) {
  const store = await MemoryVectorStore.fromTexts(texts, [], embeddings);
  const prompt = ChatPromptTemplate.fromTemplate("Answer from the context only.\n\n{context}\n\nQuestion: {question}");
  return RunnableSequence.from([
    { context: store.asRetriever(4), question: new RunnablePassthrough() },
    prompt,
    llm,
    new StringOutputParser(),
  ]);
}
