import { AutoModelForSequenceClassification, AutoTokenizer } from "@huggingface/transformers";

const id = "Xenova/bge-reranker-base";
const model = await AutoModelForSequenceClassification.from_pretrained(id, { dtype: "q8" });
const tokenizer = await AutoTokenizer.from_pretrained(id);

export async function rank(query, documents) {
  const inputs = tokenizer(new Array(documents.length).fill(query), { text_pair: documents, padding: true, truncation: true });
  const { logits } = await model(inputs);
  return logits.sigmoid().tolist().map(([score], i) => ({ i, score })).sort((a, b) => b.score - a.score);
}
