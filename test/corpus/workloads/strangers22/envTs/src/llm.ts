import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText } from "ai";

const provider = createOpenAICompatible({ name: "local", baseURL: process.env.LLM_BASE_URL! });

export async function writeSubject(mail: string): Promise<string> {
  const { text } = await generateText({
    model: provider(process.env.LLM_MODEL!),
    maxOutputTokens: Number(process.env.LLM_MAX_TOKENS),
    prompt: `Schreibe eine kurze Betreffzeile für diese E-Mail. Antworte nur mit der Betreffzeile.\n\n${mail}`,
  });
  return text.trim();
}
