import { pipeline, type SummarizationPipeline } from "@xenova/transformers";

const TASK = "summarization";
const MODEL = "Xenova/distilbart-cnn-6-6";

class Summarizer {
  private static instance: Promise<SummarizationPipeline> | null = null;

  static get() {
    this.instance ??= pipeline(TASK, MODEL, { quantized: true }) as Promise<SummarizationPipeline>;
    return this.instance;
  }
}

export async function summarize(text: string) {
  const run = await Summarizer.get();
  const [{ summary_text }] = await run(text, { max_new_tokens: 100 });
  return summary_text;
}
