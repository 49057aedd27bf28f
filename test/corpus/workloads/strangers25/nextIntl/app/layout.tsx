import { NextIntlClientProvider } from "next-intl";
import { generateText } from "ai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";

export const metadata = { title: "Shop", other: { language: "nl" } };
const llm = createOpenAICompatible({ name: "tgi", baseURL: process.env.TGI_URL ?? "" });

async function slogan() {
  const { text } = await generateText({
    model: llm("google/gemma-3-4b-it"),
    prompt: "Write one cheerful sentence for a bicycle shop.",
    maxOutputTokens: 60,
  });
  return text;
}

export default async function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="nl">
      <body>
        <p>{await slogan()}</p>
        <NextIntlClientProvider locale="nl">{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
