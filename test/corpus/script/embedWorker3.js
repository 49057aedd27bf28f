import { pipeline, env } from "@huggingface/transformers";

env.allowLocalModels = false;
env.cacheDir = "./.cache/models";

class Extractor {
  static task = "feature-extraction";
  static model = "onnx-community/embeddinggemma-300m-ONNX";
  static instance = null;

  static async getInstance(progress_callback = null) {
    this.instance ??= pipeline(this.task, this.model, { progress_callback });
    return this.instance;
  }
}

self.addEventListener("message", async (event) => {
  const extractor = await Extractor.getInstance((x) => self.postMessage(x));
  const output = await extractor(event.data.text, { pooling: "mean", normalize: true });
  self.postMessage({ type: "application/json", output: output.tolist() });
});
