import { CreateMLCEngine } from "@mlc-ai/web-llm";

const engine = await CreateMLCEngine("Llama-3.2-3B-Instruct-q4f16_1-MLC", { initProgressCallback: console.log }, { context_window_size: 4096 });

export async function complete(text: string) {
	const reply = await engine.chat.completions.create({
		messages: [{ role: "user", content: text }],
		max_tokens: 256,
	});
	return reply.choices[0].message.content;
}
