from datasets import load_dataset
from peft import LoraConfig
from trl import GRPOConfig, GRPOTrainer

dataset = load_dataset("openai/gsm8k", "main", split="train")


def reward_len(completions, **kwargs):
    return [-abs(200 - len(c)) for c in completions]


args = GRPOConfig(
    output_dir="qwen-grpo",
    per_device_train_batch_size=8,
    num_generations=8,
    max_prompt_length=512,
    max_completion_length=1024,
    bf16=True,
    use_vllm=True,
    vllm_gpu_memory_utilization=0.3,
)
trainer = GRPOTrainer(
    model="Qwen/Qwen2.5-1.5B-Instruct",
    reward_funcs=reward_len,
    args=args,
    train_dataset=dataset,
    peft_config=LoraConfig(r=16, task_type="CAUSAL_LM"),
)
trainer.train()
