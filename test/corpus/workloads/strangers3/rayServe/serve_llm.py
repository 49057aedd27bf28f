from ray.serve.llm import LLMConfig, build_openai_app

config = LLMConfig(
    model_loading_config={"model_id": "qwen", "model_source": "Qwen/Qwen2.5-32B-Instruct"},
    accelerator_type="A100-80G",
    engine_kwargs={"tensor_parallel_size": 2, "max_model_len": 16384, "enable_auto_tool_choice": True, "tool_call_parser": "hermes"},
)
app = build_openai_app({"llm_configs": [config]})
