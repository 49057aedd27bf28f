const libraries =
	/transformers|hugging_?-?face|diffusers|\bvllm|sglang|\bpeft\b|\btrl\b|unsloth|llama_?-?index|langchain|text-generation|text-embeddings|optimum|\bmlx_|safetensors|axolotl|from_pretrained|lm_eval|litgpt|FlagEmbedding|fastembed|haystack|\btimm\b|\bLLM\b|\bllm\b|faster_whisper|pyannote|llama\.cpp|llama-cpp|llama_cpp|\bgguf\b|hf_hub|dspy|\bHF_/i;
const services =
	/openrouter|integrate\.api\.nvidia\.com|ChatNVIDIA|createOpenRouter|gateway\.ai\.vercel|@ai-sdk\/gateway|api\.deepinfra\.com|watsonx|api\.novita\.ai/i;

const hub = /hugging_?-?face|transformers|\bvllm|\bHF_/i;

/** Whether a text works with libraries that load models from the Hub. */
export function usesHubLibraries(text: string): boolean {
	return libraries.test(text);
}

const lowerCased = /groq|openrouter|together/i;

/** Whether a text asks a service that writes the names of models in lower case, whatever they are on the Hub. */
export function usesLowerCase(text: string): boolean {
	return lowerCased.test(text);
}

/** Whether a text asks a service whose names of models look like IDs, and does not also use the Hub. */
export function usesModelService(text: string): boolean {
	return services.test(text) && !hub.test(text);
}
