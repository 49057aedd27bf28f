import { env, pipeline } from "https://cdn.jsdelivr.net/npm/@huggingface/transformers@3.5.1";

env.allowLocalModels = false;
let classifier;

self.onmessage = async ({ data }) => {
  classifier ??= await pipeline("sentiment-analysis", "Xenova/distilbert-base-uncased-finetuned-sst-2-english", { device: "webgpu" });
  const [result] = await classifier(data.text);
  self.postMessage(result);
};
