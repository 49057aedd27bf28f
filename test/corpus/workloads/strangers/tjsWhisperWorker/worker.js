import { pipeline } from "@huggingface/transformers";

class Transcriber {
  static task = "automatic-speech-recognition";
  static model = "onnx-community/whisper-base";
  static instance = null;

  static async getInstance(progress_callback = null) {
    this.instance ??= pipeline(this.task, this.model, { dtype: { encoder_model: "fp32", decoder_model_merged: "q4" }, device: "webgpu", progress_callback });
    return this.instance;
  }
}

self.addEventListener("message", async ({ data }) => {
  const transcriber = await Transcriber.getInstance((x) => self.postMessage(x));
  self.postMessage({ status: "done", output: await transcriber(data.audio, { language: data.language, chunk_length_s: 30 }) });
});
