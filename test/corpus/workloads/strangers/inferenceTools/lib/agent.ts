import { InferenceClient } from "@huggingface/inference";

const client = new InferenceClient(process.env.HF_TOKEN);
const tools = [
	{
		type: "function" as const,
		function: { name: "getWeather", description: "Weather of a city", parameters: { type: "object", properties: { city: { type: "string" } } } },
	},
];

export async function step(messages: { role: "user" | "assistant"; content: string }[]) {
	const { choices } = await client.chatCompletion({
		model: "Qwen/Qwen2.5-72B-Instruct",
		provider: "together",
		messages,
		tools,
		tool_choice: "auto",
		max_tokens: 800,
	});
	return choices[0].message;
}
