import Foundation
import MLXLLM
import MLXLMCommon

actor Summarizer {
    private var container: ModelContainer?

    func load() async throws {
        container = try await LLMModelFactory.shared.loadContainer(
            configuration: ModelConfiguration(id: "mlx-community/Llama-3.2-3B-Instruct-4bit")
        )
    }

    func summarize(_ text: String) async throws -> String {
        let prompt = "Summarize this note in two sentences:\n\(text)"
        let params = GenerateParameters(maxTokens: 160, temperature: 0.2)
        return try await generate(prompt, params)
    }
}
