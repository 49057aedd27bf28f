import { InferenceClient } from "@huggingface/inference";

const client = new InferenceClient(process.env.HF_TOKEN);

export async function embed(text: string) {
  return client.featureExtraction({
    model: "mixedbread-ai/mxbai-embed-large-v1",
    inputs: text,
    provider: "hf-inference",
  });
}
