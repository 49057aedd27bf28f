import { AutoModel, AutoProcessor, RawImage } from "@huggingface/transformers";

const MODEL_ID = "briaai/RMBG-1.4";

export async function removeBackground(url: string): Promise<ImageData> {
  const model = await AutoModel.from_pretrained(MODEL_ID, { dtype: "fp32" });
  const processor = await AutoProcessor.from_pretrained(MODEL_ID);
  const image = await RawImage.fromURL(url);
  const { pixel_values } = await processor(image);
  const { output } = await model({ input: pixel_values });
  const mask = await RawImage.fromTensor(output[0].mul(255).to("uint8")).resize(image.width, image.height);
  return applyMask(image, mask);
}
