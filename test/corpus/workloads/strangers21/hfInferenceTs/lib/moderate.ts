import { InferenceClient } from "@huggingface/inference";

const hf = new InferenceClient(process.env.HF_TOKEN);
const MODEL = "KoalaAI/Text-Moderation";

export type Verdict = { label: string; score: number };

/** Labels of a comment, the likeliest first. */
export async function moderate(comment: string): Promise<Verdict[]> {
  const labels = await hf.textClassification({ model: MODEL, inputs: comment });
  return labels.sort((a, b) => b.score - a.score);
}
