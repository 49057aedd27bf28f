import { convertToModelMessages, embed, streamText } from "ai";
import { sql } from "@vercel/postgres";
import { chatModel, embeddingModel } from "@/lib/ai";

export const maxDuration = 60;

export async function POST(req: Request) {
  const { messages } = await req.json();
  const question = messages.at(-1).content;
  const { embedding } = await embed({ model: embeddingModel, value: question });
  const { rows } = await sql`select body from chunks order by embedding <=> ${JSON.stringify(embedding)} limit 5`;
  const result = streamText({
    model: chatModel,
    system: `You help citizens with questions about waste collection.\n${rows.map((r) => r.body).join("\n")}`,
    messages: convertToModelMessages(messages),
    maxOutputTokens: 400,
  });
  return result.toUIMessageStreamResponse();
}
