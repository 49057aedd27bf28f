import { CreateMLCEngine, prebuiltAppConfig } from "@mlc-ai/web-llm";
import * as ort from "onnxruntime-web/webgpu";

const engine = await CreateMLCEngine("Llama-3.2-1B-Instruct-q4f16_1-MLC");
const appConfig = {
  model_list: [
    {
      model: "https://huggingface.co/mlc-ai/Llama-3.2-1B-Instruct-q4f16_1-MLC",
      model_id: "Custom-1B",
      model_lib: "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web.wasm",
    },
  ],
};
const session = await ort.InferenceSession.create("models/model.onnx");
