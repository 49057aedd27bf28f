import { HuggingFaceTransformersEmbeddings } from "@langchain/community/embeddings/huggingface_transformers";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { ChatOllama } from "@langchain/ollama";

export function makeEmbeddings() {
	return new HuggingFaceTransformersEmbeddings({ model: "Xenova/all-MiniLM-L6-v2" });
}

export function makeTranslator() {
	const prompt = ChatPromptTemplate.fromTemplate("Translate the text to Italian, keep the tone:\n{text}");
	const llm = new ChatOllama({ model: "gemma3:12b", temperature: 0, numCtx: 16384 });
	return prompt.pipe(llm).pipe(new StringOutputParser());
}
