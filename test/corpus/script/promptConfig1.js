module.exports = {
  description: "Compare models",
  prompts: ["file://prompts/main.txt"],
  providers: [
    "openai:gpt-4o",
    "huggingface:text-generation:microsoft/Phi-3.5-mini-instruct",
    { id: "ollama:chat:llama3", config: { temperature: 0 } },
  ],
  tests: "tests/cases.csv",
};
