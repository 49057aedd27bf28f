import { HfInference, InferenceClient } from "@huggingface/inference";
import express from "express";

const hf = new InferenceClient(process.env.HF_TOKEN);
const app = express();

app.get("/api/summary", async (req, res) => {
  const out = await hf.summarization({
    model: "google/pegasus-xsum",
    inputs: String(req.query.text),
  });
  res.type("application/json").send(out);
});

const chat = await hf.chatCompletion({
  model: "internlm/internlm2_5-7b-chat",
  messages: [{ role: "user", content: "1/2 + 1/4?" }],
  provider: "nebius",
});
const image = await hf.textToImage({ inputs: "a fox", model: "Lykon/dreamshaper-8", parameters: { negative_prompt: "blurry" } });
const asr = hf.endpoint("https://api-inference.huggingface.co/models/openai/whisper-large-v3");
