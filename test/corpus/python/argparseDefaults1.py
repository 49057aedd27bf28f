import argparse

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer


def parse_args():
    parser = argparse.ArgumentParser(description="Summarize files")
    parser.add_argument("--model", type=str, default="facebook/bart-large-cnn", help="hub id or path/to/dir")
    parser.add_argument("--thing", default="t5-small")
    parser.add_argument("--input-file", default="data/news.txt")
    parser.add_argument("--dataset", default="Open-Orca/OpenOrca")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


args = parse_args()
tokenizer = AutoTokenizer.from_pretrained(args.model)
model = AutoModelForSeq2SeqLM.from_pretrained(args.model).to(args.device)
other = AutoModelForSeq2SeqLM.from_pretrained(args.thing)
