using LLama;
using LLama.Common;

var parameters = new ModelParams("models/Phi-3-mini-4k-instruct-q4.gguf")
{
    ContextSize = 4096,
    GpuLayerCount = 20,
};
using var weights = LLamaWeights.LoadFromFile(parameters);
using var context = weights.CreateContext(parameters);
var session = new ChatSession(new InteractiveExecutor(context));
