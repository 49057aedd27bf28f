from datasets import load_dataset
from transformers import AutoTokenizer
from trl import GRPOConfig, GRPOTrainer, ModelConfig, RewardTrainer, ScriptArguments

dataset = load_dataset("trl-lib/tldr", split="train")
trainer = GRPOTrainer(
    model="facebook/opt-125m",
    reward_funcs="Skywork/Skywork-Reward-Llama-3.1-8B-v0.2",
    args=GRPOConfig(output_dir="runs/grpo", hub_model_id="jdoe42/tuned-classifier"),
    train_dataset=dataset,
)
trainer.train()
trainer.push_to_hub(dataset_name="trl-lib/tldr")
