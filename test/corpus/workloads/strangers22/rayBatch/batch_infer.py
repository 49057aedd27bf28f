import ray
from ray.data.llm import build_llm_processor, vLLMEngineProcessorConfig

config = vLLMEngineProcessorConfig(
    model_source="unsloth/Llama-3.1-8B-Instruct",
    engine_kwargs={"max_model_len": 16384, "enable_chunked_prefill": True},
    concurrency=2,
    batch_size=64,
)
processor = build_llm_processor(
    config,
    preprocess=lambda row: {
        "messages": [
            {"role": "system", "content": "Summarize the court decision in three sentences."},
            {"role": "user", "content": row["text"]},
        ],
        "sampling_params": {"temperature": 0.2, "max_tokens": 250},
    },
    postprocess=lambda row: {"summary": row["generated_text"]},
)
ds = processor(ray.data.read_parquet("s3://courts/decisions"))
ds.write_parquet("s3://courts/summaries")
