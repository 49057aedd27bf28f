const { pipeline } = require("@huggingface/transformers");

let recognizer;

async function transcribe(pcm) {
  recognizer ??= await pipeline("automatic-speech-recognition", "onnx-community/whisper-small", { dtype: "q4" });
  const { text } = await recognizer(pcm, { language: "french", task: "transcribe" });
  return text;
}

module.exports = { transcribe };
