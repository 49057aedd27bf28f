import { createOpenRouter } from "@openrouter/ai-sdk-provider";
const model = openrouter("meta-llama/llama-3.1-70b-instruct");
const m2 = openrouter.chat("anthropic/claude-3.5-sonnet");
