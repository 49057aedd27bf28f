import ollama from "ollama";
import { config } from "./config.js";

export async function answer(question: string, passages: string[]): Promise<string> {
  const { message } = await ollama.chat({
    model: config.chat.model,
    messages: [
      { role: "system", content: `Answer the question of the employee from these passages.\n${passages.join("\n\n")}` },
      { role: "user", content: question },
    ],
    options: { num_ctx: config.chat.contextTokens, num_predict: config.chat.answerTokens },
  });
  return message.content;
}
