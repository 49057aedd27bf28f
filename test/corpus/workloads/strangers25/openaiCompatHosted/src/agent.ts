import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic();

export async function run(question: string) {
  const message = await anthropic.messages.create({
    model: "claude-sonnet-4-5",
    max_tokens: 1024,
    tools: [{ name: "search", description: "Searches docs", input_schema: { type: "object", properties: { q: { type: "string" } } } }],
    messages: [{ role: "user", content: question }],
  });
  return message.content;
}
