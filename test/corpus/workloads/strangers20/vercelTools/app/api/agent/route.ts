import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { convertToModelMessages, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";
import { searchOrders } from "@/lib/orders";

const local = createOpenAICompatible({ name: "sglang", baseURL: process.env.LLM_URL ?? "http://llm:30000/v1" });

export async function POST(req: Request) {
  const { messages } = await req.json();
  const result = streamText({
    model: local("zai-org/GLM-4.5-Air"),
    system: "Du hilfst Kunden bei Fragen zu ihren Bestellungen. Antworte freundlich und auf Deutsch.",
    messages: convertToModelMessages(messages),
    tools: {
      findOrders: tool({
        description: "Find orders of the signed-in customer",
        inputSchema: z.object({ since: z.string() }),
        execute: ({ since }) => searchOrders(since),
      }),
    },
    stopWhen: stepCountIs(4),
    maxOutputTokens: 600,
  });
  return result.toUIMessageStreamResponse();
}
