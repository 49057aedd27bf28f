import { generateText } from "ai";
const { text } = await generateText({ model: "openai/gpt-4.1", prompt });
const g = await generateText({ model: 'anthropic/claude-sonnet-4' });
