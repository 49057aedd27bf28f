import { HfInference, InferenceClient } from "@huggingface/inference";
import express from "express";

const hf = new HfInference(process.env.HF_TOKEN);
const app = express();

app.get("/api/summary", async (req, res) => {
  const out = await hf.summarization({
    model: "sshleifer/distilbart-cnn-12-6",
    inputs: String(req.query.text),
  });
  res.type("application/json").send(out);
});

const chat = await hf.chatCompletion({
  model: "meta-llama/Llama-3.1-8B-Instruct",
  messages: [{ role: "user", content: "1/2 + 1/4?" }],
  provider: "together",
});
const image = await hf.textToImage({ inputs: "a fox", model: "SG161222/RealVisXL_V4.0", parameters: { negative_prompt: "blurry" } });
const asr = hf.endpoint("https://api-inference.huggingface.co/models/facebook/wav2vec2-base-960h");
