from datasets import load_dataset
from transformers import AutoTokenizer
from trl import GRPOConfig, GRPOTrainer, ModelConfig, RewardTrainer, ScriptArguments

dataset = load_dataset("trl-lib/ultrafeedback_binarized", split="train")
trainer = GRPOTrainer(
    model="HuggingFaceTB/SmolLM2-360M-Instruct",
    reward_funcs="OpenAssistant/reward-model-deberta-v3-large-v2",
    args=GRPOConfig(output_dir="runs/grpo", hub_model_id="labteam/summarizer-v2"),
    train_dataset=dataset,
)
trainer.train()
trainer.push_to_hub(dataset_name="trl-lib/tldr")
