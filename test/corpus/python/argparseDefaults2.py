import argparse

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer


def parse_args():
    parser = argparse.ArgumentParser(description="Translate lines")
    parser.add_argument("--checkpoint", type=str, default="sshleifer/distilbart-cnn-12-6", help="hub id or path/to/dir")
    parser.add_argument("--thing", default="t5-3b")
    parser.add_argument("--input-file", default="data/input.jsonl")
    parser.add_argument("--dataset", default="nvidia/OpenMathInstruct-1")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


args = parse_args()
tokenizer = AutoTokenizer.from_pretrained(args.checkpoint)
model = AutoModelForSeq2SeqLM.from_pretrained(args.checkpoint).to(args.device)
other = AutoModelForSeq2SeqLM.from_pretrained(args.thing)
