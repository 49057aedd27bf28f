module.exports = {
  description: "Grade models",
  prompts: ["file://prompts/main.txt"],
  providers: [
    "openai:gpt-4o",
    "huggingface:text-generation:CohereForAI/aya-expanse-8b",
    { id: "ollama:chat:llama3", config: { temperature: 0 } },
  ],
  tests: "tests/cases.csv",
};
