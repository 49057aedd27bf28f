import { openai } from "@ai-sdk/openai";
import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { generateText } from "ai";

const openrouter = createOpenRouter({ apiKey: process.env.OPENROUTER_API_KEY });
const { text } = await generateText({
  model: openrouter("anthropic/claude-3.5-sonnet"),
  prompt: "Plan a trip to Rome/Italy",
});
const models = ["openai/gpt-4o-mini", "x-ai/grok-3", "anthropic/claude-3-opus"];
const other = await generateText({ model: openai("gpt-4o"), prompt: text });
export default { models, other };
