import { ChatOpenAI } from "@langchain/openai";
import { DynamicStructuredTool } from "@langchain/core/tools";
import { z } from "zod";

const weather = new DynamicStructuredTool({
  name: "weather",
  description: "Weather of a city",
  schema: z.object({ city: z.string() }),
  func: async ({ city }) => `Sunny in ${city}`,
});

export const model = new ChatOpenAI({
  model: "Qwen/Qwen3-32B",
  maxTokens: 2048,
  configuration: { baseURL: "http://sglang:30000/v1", apiKey: "-" },
}).bindTools([weather]);
