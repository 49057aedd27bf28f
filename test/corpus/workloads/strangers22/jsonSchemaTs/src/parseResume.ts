import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";

const client = new OpenAI({ baseURL: process.env.INFERENCE_URL, apiKey: process.env.INFERENCE_KEY ?? "none" });

const Resume = z.object({
  name: z.string(),
  email: z.string().email().nullable(),
  skills: z.array(z.string()),
});

export async function parseResume(text: string) {
  const completion = await client.chat.completions.parse({
    model: "meta-llama/Llama-3.1-8B-Instruct",
    messages: [
      { role: "system", content: "Extract name, e-mail and skills from the résumé." },
      { role: "user", content: text },
    ],
    response_format: zodResponseFormat(Resume, "resume"),
    temperature: 0,
    max_completion_tokens: 1000,
  });
  return completion.choices[0].message.parsed;
}
