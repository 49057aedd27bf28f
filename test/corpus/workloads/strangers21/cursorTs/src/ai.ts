import { pipeline, type FeatureExtractionPipeline } from "@huggingface/transformers";

let embedder: FeatureExtractionPipeline | undefined;

export async function embed(texts: string[]) {
  embedder ??= await pipeline("feature-extraction", "mixedbread-ai/mxbai-embed-xsmall-v1", { dtype: "fp32" });
  return (await embedder(texts, { pooling: "cls", normalize: true })).tolist();
}

export async function translate(text: string) {
  const translator = await pipeline("translation", "Xenova/nllb-200-distilled-600M", { device: "webgpu" });
  const out = await translator(text, { src_lang: "eng_Latn", tgt_lang: "fra_Latn", max_new_tokens: 200 });
  return out[0].translation_text;
}

export async function classify(text: string, labels: string[]) {
  const zeroShot = await pipeline("zero-shot-classification", "Xenova/nli-deberta-v3-xsmall");
  return zeroShot(text, labels);
}
