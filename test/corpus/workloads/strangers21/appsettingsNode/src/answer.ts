import config from "config";
import OpenAI from "openai";

const llm = config.get("llm") as { baseUrl: string; model: string; maxOutputTokens: number };
const client = new OpenAI({ baseURL: llm.baseUrl, apiKey: "none" });

export async function answer(question: string, passages: string[]) {
  const completion = await client.chat.completions.create({
    model: llm.model,
    max_tokens: llm.maxOutputTokens,
    messages: [
      { role: "system", content: "Answer from the passages only. If they do not say, say so." },
      { role: "user", content: `${passages.join("\n---\n")}\n\n${question}` },
    ],
  });
  return completion.choices[0].message.content;
}
