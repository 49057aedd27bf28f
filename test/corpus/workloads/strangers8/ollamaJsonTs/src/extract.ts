import ollama from "ollama";
import { z } from "zod";
import { zodToJsonSchema } from "zod-to-json-schema";

const Order = z.object({ customer: z.string(), items: z.array(z.object({ sku: z.string(), quantity: z.number() })) });

export async function extractOrder(mail: string) {
  const response = await ollama.chat({
    model: "qwen2.5:7b-instruct-q4_K_M",
    messages: [
      { role: "system", content: "Extract the order from the mail of the customer." },
      { role: "user", content: mail },
    ],
    format: zodToJsonSchema(Order),
    options: { temperature: 0, num_ctx: 6144, num_predict: 700 },
  });
  return Order.parse(JSON.parse(response.message.content));
}
