import { NextResponse } from "next/server";
import { pipeline, type ImageToTextPipeline } from "@huggingface/transformers";

export const runtime = "nodejs";

let captioner: Promise<ImageToTextPipeline> | null = null;

function getCaptioner() {
  captioner ??= pipeline("image-to-text", "Xenova/vit-gpt2-image-captioning") as Promise<ImageToTextPipeline>;
  return captioner;
}

export async function POST(request: Request) {
  const { url } = await request.json();
  if (typeof url !== "string") {
    return NextResponse.json({ error: "url missing" }, { status: 400 });
  }
  const run = await getCaptioner();
  const [result] = await run(url, { max_new_tokens: 40 });
  return NextResponse.json({ caption: result.generated_text });
}
