from unsloth import FastLanguageModel, is_bfloat16_supported
import torch
from datasets import load_dataset

max_seq_length = 2048

# 4bit pre quantized models we support for 4x faster downloading
fourbit_models = [
    "unsloth/llama-3-8b-bnb-4bit",
    "unsloth/Phi-3-mini-4k-instruct",
    "unsloth/llama-3-8b-bnb-4bit",
]  # More models at https://huggingface.co/unsloth

model, tokenizer = FastLanguageModel.from_pretrained(
    model_name = "unsloth/llama-3-8b-bnb-4bit",
    max_seq_length = max_seq_length,
    load_in_4bit = True,
    # token = "hf_...", # use one if using gated models like meta-llama/Llama-2-7b-hf
)
model = FastLanguageModel.get_peft_model(model, r = 16, lora_alpha = 16)
dataset = load_dataset("stanfordnlp/imdb", split = "train")
model.save_pretrained_merged("outputs/merged", tokenizer, save_method = "merged_16bit")
model.push_to_hub_gguf("jdoe42/tuned-classifier", tokenizer, quantization_method = "q4_k_m")
