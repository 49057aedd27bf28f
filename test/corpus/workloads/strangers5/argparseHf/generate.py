import argparse
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, TextStreamer


def parse_args():
    p = argparse.ArgumentParser()
    p.add_argument("--model-id", type=str, default="TinyLlama/TinyLlama-1.1B-Chat-v1.0")
    p.add_argument("--max-new-tokens", type=int, default=256)
    p.add_argument("--max-length", type=int, default=2048, help="maximum context length")
    p.add_argument("--load-in-4bit", action="store_true")
    p.add_argument("--device", default="cuda", choices=["cuda", "cpu", "mps"])
    p.add_argument("--language", default="en")
    return p.parse_args()


def main():
    args = parse_args()
    tok = AutoTokenizer.from_pretrained(args.model_id)
    model = AutoModelForCausalLM.from_pretrained(args.model_id, torch_dtype=torch.float16).to(args.device)
    ids = tok.apply_chat_template([{"role": "user", "content": input("> ")}], return_tensors="pt").to(args.device)
    model.generate(ids, max_new_tokens=args.max_new_tokens, streamer=TextStreamer(tok))


if __name__ == "__main__":
    main()
