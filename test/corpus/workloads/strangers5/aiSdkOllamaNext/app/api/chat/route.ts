import { streamText, type CoreMessage } from "ai";
import { createOllama } from "ollama-ai-provider";

const ollama = createOllama({ baseURL: process.env.OLLAMA_BASE_URL });

export const maxDuration = 30;

export async function POST(req: Request) {
  const { messages }: { messages: CoreMessage[] } = await req.json();
  const result = await streamText({
    model: ollama("llama3.1", { numCtx: 8192 }),
    system: "You are a cooking assistant. Reply in the language of the user.",
    messages,
    maxTokens: 800,
  });
  return result.toDataStreamResponse();
}
