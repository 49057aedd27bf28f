import { HfInference, InferenceClient } from "@huggingface/inference";
import express from "express";

const hf = new HfInference(process.env.HF_TOKEN);
const app = express();

app.get("/api/summary", async (req, res) => {
  const out = await hf.summarization({
    model: "Falconsai/text_summarization",
    inputs: String(req.query.text),
  });
  res.type("application/json").send(out);
});

const chat = await hf.chatCompletion({
  model: "moonshotai/Kimi-K2-Instruct",
  messages: [{ role: "user", content: "1/2 + 1/4?" }],
  provider: "hf-inference",
});
const image = await hf.textToImage({ inputs: "a fox", model: "PixArt-alpha/PixArt-XL-2-1024-MS", parameters: { negative_prompt: "blurry" } });
const asr = hf.endpoint("https://api-inference.huggingface.co/models/openai/whisper-small");
