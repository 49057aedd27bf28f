import { AutoTokenizer, PreTrainedTokenizer } from "@xenova/transformers";

const TOKENIZERS = {
  llama: "Xenova/llama-tokenizer",
  gpt: "Xenova/mistral-tokenizer-v3",
};

/** Counts tokens, e.g. `await count("llama", "text")`; see https://huggingface.co/Xenova/llama-tokenizer. */
export async function count(family, text) {
  const tokenizer = await AutoTokenizer.from_pretrained(TOKENIZERS[family]);
  return tokenizer.encode(text).length;
}

// const tokenizer = await AutoTokenizer.from_pretrained('Xenova/mistral-tokenizer-v3');
export const RATIO = { en: "4/1", pl: "3/1" };
