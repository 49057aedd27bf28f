import express from "express";
import multer from "multer";
import { pipeline } from "@huggingface/transformers";

const upload = multer({ limits: { fileSize: 8 * 1024 * 1024 } });
const classifier = await pipeline("image-classification", "Xenova/vit-base-patch16-224", { dtype: "q8" });
const app = express();

app.post("/classify", upload.single("image"), async (req, res) => {
  const blob = new Blob([req.file.buffer]);
  const result = await classifier(blob, { top_k: 3 });
  res.json(result);
});

app.listen(process.env.PORT ?? 3000);
