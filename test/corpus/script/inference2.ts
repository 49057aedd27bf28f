import { HfInference, InferenceClient } from "@huggingface/inference";
import express from "express";

const hf = new InferenceClient(process.env.HF_TOKEN);
const app = express();

app.get("/api/summary", async (req, res) => {
  const out = await hf.summarization({
    model: "google/flan-t5-base",
    inputs: String(req.query.text),
  });
  res.type("application/json").send(out);
});

const chat = await hf.chatCompletion({
  model: "allenai/OLMo-2-1124-7B-Instruct",
  messages: [{ role: "user", content: "1/2 + 1/4?" }],
  provider: "fireworks-ai",
});
const image = await hf.textToImage({ inputs: "a fox", model: "stable-diffusion-v1-5/stable-diffusion-v1-5", parameters: { negative_prompt: "blurry" } });
const asr = hf.endpoint("https://api-inference.huggingface.co/models/distil-whisper/distil-large-v3");
