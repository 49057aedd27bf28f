const express = require("express");
const cors = require("cors");

const OLLAMA_URL = process.env.OLLAMA_URL || "http://localhost:11434";
const MODEL = process.env.MODEL || "mistral";
const app = express();
app.use(cors());
app.use(express.json({ limit: "1mb" }));

app.post("/api/chat", async (req, res) => {
  const response = await fetch(`${OLLAMA_URL}/api/chat`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      model: MODEL,
      stream: false,
      messages: [
        { role: "system", content: "You are a support agent for an online bike shop. Answer briefly." },
        ...req.body.messages,
      ],
      options: { temperature: 0.3, num_ctx: 4096 },
    }),
  });
  const data = await response.json();
  res.json({ reply: data.message.content });
});

app.listen(3001);
