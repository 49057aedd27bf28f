import express from "express";
import { HfInference } from "@huggingface/inference";

const app = express();
const hf = new HfInference(process.env.HF_TOKEN);

app.post("/api/summary", async (request, response) => {
	const answer = await hf.summarization({ model: "sshleifer/distilbart-cnn-12-6", inputs: request.body.text });
	const reply = await fetch(process.env.VLLM_URL ?? "", {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ model: "Qwen/Qwen2.5-3B-Instruct", prompt: answer.summary_text }),
	});
	response.json(await reply.json());
});

describe("settings of the search", () => {
	it("keeps the model that was chosen", () => {
		const settings = { modelName: "Xenova/multilingual-e5-small", folder: "data/index" };
		expect(save(settings).modelName).toBe("Xenova/multilingual-e5-small");
		expect(fetchPage("text/html")).toContain("docs/start");
	});
});
