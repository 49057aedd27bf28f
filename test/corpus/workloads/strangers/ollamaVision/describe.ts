import { readFile } from "node:fs/promises";
import ollama from "ollama";

export async function describe(path: string): Promise<string> {
	const image = await readFile(path);
	const { message } = await ollama.chat({
		model: "llama3.2-vision",
		messages: [{ role: "user", content: "Describe this picture for a blind reader.", images: [image] }],
		options: { num_ctx: 8192, num_predict: 200 },
	});
	return message.content;
}
