import { pipeline, env } from "@xenova/transformers";

env.allowLocalModels = false;
env.cacheDir = "./.cache/models";

class Extractor {
  static task = "feature-extraction";
  static model = "Supabase/gte-small";
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
