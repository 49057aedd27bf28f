import { genkit, z } from "genkit";
import { ollama } from "genkitx-ollama";

const ai = genkit({
  plugins: [ollama({ models: [{ name: "gemma3:4b" }], serverAddress: "http://127.0.0.1:11434" })],
});

export const menuSuggestion = ai.defineFlow(
  { name: "menuSuggestion", inputSchema: z.string(), outputSchema: z.object({ dish: z.string(), price: z.number() }) },
  async (theme) => {
    const { output } = await ai.generate({
      model: "ollama/gemma3:4b",
      prompt: `Suggest one dish for a ${theme} restaurant.`,
      output: { schema: z.object({ dish: z.string(), price: z.number() }) },
      config: { temperature: 0.8, maxOutputTokens: 200 },
    });
    return output!;
  },
);
