import { generateObject } from "ai";
import { ollama } from "ollama-ai-provider-v2";
import { z } from "zod";

const schema = z.object({ company: z.string(), salary: z.number().nullable(), remote: z.boolean() });

export async function readAd(ad: string) {
	const { object } = await generateObject({
		model: ollama("qwen3:8b"),
		schema,
		prompt: `Extract the fields of this job ad:\n${ad}`,
	});
	return object;
}
