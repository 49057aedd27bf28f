import { env, pipeline, type SummarizationPipeline } from "@huggingface/transformers";

env.allowLocalModels = false;

let summarizer: Promise<SummarizationPipeline> | undefined;

export async function summarize(text: string): Promise<string> {
  summarizer ??= pipeline("summarization", "Xenova/distilbart-cnn-6-6", { device: "webgpu", dtype: "q8" });
  const [out] = await (await summarizer)(text, { max_new_tokens: 120 } as any);
  return (out as { summary_text: string }).summary_text;
}

export async function tag(text: string, labels: string[]): Promise<string[]> {
  const classify = await pipeline("zero-shot-classification", "Xenova/nli-deberta-v3-xsmall");
  const result: any = await classify(text, labels, { multi_label: true });
  return result.labels.filter((_: string, i: number) => result.scores[i] > 0.6);
}
