package shop;

import dev.langchain4j.model.ollama.OllamaChatModel;

public class Assistant {
    private final OllamaChatModel model = OllamaChatModel.builder()
            .baseUrl("http://localhost:11434")
            .modelName("mistral-nemo")
            .numCtx(16384)
            .temperature(0.2)
            .build();

    public String answer(String question) {
        return model.chat(question);
    }
}
