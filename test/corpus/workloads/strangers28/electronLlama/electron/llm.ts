import path from "node:path";
import { app, ipcMain } from "electron";
import { getLlama, LlamaChatSession, type LlamaModel } from "node-llama-cpp";

const MODEL_FILE = "hf_bartowski_Qwen2.5-3B-Instruct-Q5_K_S.gguf";
let model: LlamaModel | undefined;

async function getModel() {
  if (!model) {
    const llama = await getLlama({ gpu: "auto" });
    model = await llama.loadModel({ modelPath: path.join(app.getPath("userData"), "models", MODEL_FILE) });
  }
  return model;
}

ipcMain.handle("llm:ask", async (_event, prompt: string) => {
  const context = await (await getModel()).createContext({ contextSize: 4096 });
  const session = new LlamaChatSession({
    contextSequence: context.getSequence(),
    systemPrompt: "You help people to organize their notes.",
  });
  return session.prompt(prompt, { maxTokens: 512 });
});
