import {
  AutoModelForImageTextToText,
  AutoProcessor,
  AutoTokenizer,
  load_image,
  type PreTrainedModel,
} from "@huggingface/transformers";

const MODEL_ID: string = "HuggingFaceTB/SmolVLM-256M-Instruct";

export async function load(device: "webgpu" | "wasm" = "webgpu"): Promise<PreTrainedModel> {
  const processor = await AutoProcessor.from_pretrained(MODEL_ID);
  const model = await AutoModelForImageTextToText.from_pretrained(MODEL_ID, {
    dtype: { embed_tokens: "fp16", vision_encoder: "q4", decoder_model_merged: "q4" },
    device,
  });
  const image = await load_image("https://huggingface.co/datasets/Xenova/transformers.js-docs/resolve/main/cats.jpg");
  console.log(processor, image.size);
  return model;
}

const tokenizer = await AutoTokenizer.from_pretrained("onnx-community/embeddinggemma-300m-ONNX");
