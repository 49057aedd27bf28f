from vllm import AsyncEngineArgs, AsyncLLMEngine, SamplingParams

args = AsyncEngineArgs(
    model="Qwen/Qwen3-14B-AWQ",
    quantization="awq_marlin",
    max_model_len=24_000,
    max_num_seqs=48,
    tensor_parallel_size=1,
    enable_prefix_caching=True,
)
engine = AsyncLLMEngine.from_engine_args(args)


async def stream(request_id: str, prompt: str):
    params = SamplingParams(temperature=0.6, top_p=0.95, max_tokens=1500)
    async for output in engine.generate(prompt, params, request_id):
        yield output.outputs[0].text
