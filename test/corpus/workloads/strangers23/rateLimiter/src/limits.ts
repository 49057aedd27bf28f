import { RateLimiterMemory } from "rate-limiter-flexible";
import OpenAI from "openai";

const limiter = new RateLimiterMemory({ points: 60_000, duration: 60 });
const client = new OpenAI({ baseURL: "http://vllm:8000/v1", apiKey: "x" });

export interface Budget {
  maxTokens: number;
  windowSeconds: number;
}

export async function complete(user: string, prompt: string, budget: Budget) {
  await limiter.consume(user, budget.maxTokens);
  return client.completions.create({
    model: "deepseek-ai/DeepSeek-Coder-V2-Lite-Base",
    prompt: `<｜fim▁begin｜>${prompt}<｜fim▁hole｜><｜fim▁end｜>`,
    max_tokens: 128,
    stop: ["\n\n"],
  });
}
