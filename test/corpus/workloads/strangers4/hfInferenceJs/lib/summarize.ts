import { HfInference } from "@huggingface/inference";

const hf = new HfInference(process.env.HUGGINGFACE_API_KEY);

/** Summarizes a (German) article for the newsletter. Free tier only allows models < 10GB. */
export async function summarize(article: string): Promise<string> {
  const { summary_text } = await hf.summarization({
    model: "facebook/bart-large-cnn",
    inputs: article.slice(0, 4000),
    parameters: { max_length: 120, min_length: 40 },
  });
  return summary_text;
}
