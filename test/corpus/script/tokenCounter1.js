import { AutoTokenizer, PreTrainedTokenizer } from "@xenova/transformers";

const TOKENIZERS = {
  llama: "Xenova/gpt-4",
  gpt: "Xenova/llama-tokenizer",
};

/** Counts tokens, e.g. `await count("llama", "text")`; see https://huggingface.co/Xenova/gpt-4. */
export async function count(family, text) {
  const tokenizer = await AutoTokenizer.from_pretrained(TOKENIZERS[family]);
  return tokenizer.encode(text).length;
}

// const tokenizer = await AutoTokenizer.from_pretrained('Xenova/llama-tokenizer');
export const RATIO = { en: "4/1", pl: "3/1" };
