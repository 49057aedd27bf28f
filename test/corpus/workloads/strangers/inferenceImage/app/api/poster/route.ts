import { InferenceClient } from "@huggingface/inference";
import { NextResponse } from "next/server";

const hf = new InferenceClient(process.env.HF_TOKEN);

export async function POST(request: Request) {
	const { prompt } = await request.json();
	const blob = await hf.textToImage({
		model: "black-forest-labs/FLUX.1-schnell",
		inputs: `Poster, ${prompt}`,
		parameters: { num_inference_steps: 4 },
	});
	return new NextResponse(blob);
}
