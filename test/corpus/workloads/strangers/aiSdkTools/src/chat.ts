import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { stepCountIs, streamText, tool, type ModelMessage } from "ai";
import { z } from "zod";

const vllm = createOpenAICompatible({ name: "vllm", baseURL: "http://gpu:8000/v1" });

export function chat(messages: ModelMessage[]) {
	return streamText({
		model: vllm("mistralai/Mistral-Small-3.2-24B-Instruct-2506"),
		maxOutputTokens: 1024,
		messages,
		stopWhen: stepCountIs(5),
		tools: {
			stock: tool({ description: "Stock of an article", inputSchema: z.object({ sku: z.string() }), execute: async ({ sku }) => sku.length }),
		},
	});
}
