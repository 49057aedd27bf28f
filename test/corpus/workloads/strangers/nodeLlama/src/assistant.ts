import path from "node:path";
import { getLlama, LlamaChatSession } from "node-llama-cpp";

const llama = await getLlama({ gpu: "metal" });
const model = await llama.loadModel({ modelPath: path.join("models", "gemma-2-9b-it-Q5_K_M.gguf") });
const context = await model.createContext({ contextSize: 8192, sequences: 2 });
const session = new LlamaChatSession({ contextSequence: context.getSequence() });

export const ask = (question: string) => session.prompt(question, { maxTokens: 600 });
