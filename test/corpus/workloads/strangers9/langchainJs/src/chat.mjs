import { ChatOllama } from "@langchain/ollama";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const weather = tool(async ({ city }) => `Sunny in ${city}`, {
  name: "weather",
  description: "Current weather of a city",
  schema: z.object({ city: z.string() }),
});

const model = new ChatOllama({ model: "llama3.1:8b", temperature: 0, numCtx: 4096 }).bindTools([weather]);
const reply = await model.invoke("Wie wird das Wetter morgen in Graz? Antworte bitte auf Deutsch.");
console.log(reply.content, reply.tool_calls);
