const ENDPOINT = "http://127.0.0.1:8012/completion";

export async function complete(prefix: string, suffix: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    signal,
    body: JSON.stringify({
      prompt: `<|fim_prefix|>${prefix}<|fim_suffix|>${suffix}<|fim_middle|>`,
      n_predict: 64,
      temperature: 0.1,
    }),
  });
  const { content } = (await response.json()) as { content: string };
  return content;
}
