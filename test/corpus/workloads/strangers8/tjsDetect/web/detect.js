import { AutoModel, AutoProcessor, RawImage } from "@huggingface/transformers";

const id = "onnx-community/yolov10n";
const processor = await AutoProcessor.from_pretrained(id);
const model = await AutoModel.from_pretrained(id, { dtype: "fp32", device: "wasm" });

/** Draws boxes around things. */
export async function detect(url, canvas) {
  const image = await RawImage.read(url);
  const { pixel_values } = await processor(image);
  const { output0 } = await model({ images: pixel_values });
  for (const [x0, y0, x1, y1, score] of output0.tolist()[0]) {
    if (score > 0.4) {
      canvas.getContext("2d").strokeRect(x0, y0, x1 - x0, y1 - y0);
    }
  }
}
