import { KokoroTTS } from "kokoro-js";
import express from "express";

const tts = await KokoroTTS.from_pretrained("onnx-community/Kokoro-82M-v1.0-ONNX", {
  dtype: "q8",
  device: "cpu",
});

const app = express();
app.get("/say", async (req, res) => {
  const audio = await tts.generate(String(req.query.text), { voice: "af_heart" });
  res.type("audio/wav").send(Buffer.from(audio.toWav()));
});
app.listen(8787);
