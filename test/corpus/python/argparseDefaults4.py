import argparse

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer


def parse_args():
    parser = argparse.ArgumentParser(description="Score outputs")
    parser.add_argument("--pretrained", type=str, default="google/pegasus-xsum", help="hub id or path/to/dir")
    parser.add_argument("--thing", default="t5-base")
    parser.add_argument("--input-file", default="data/docs.csv")
    parser.add_argument("--dataset", default="teknium/OpenHermes-2.5")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


args = parse_args()
tokenizer = AutoTokenizer.from_pretrained(args.pretrained)
model = AutoModelForSeq2SeqLM.from_pretrained(args.pretrained).to(args.device)
other = AutoModelForSeq2SeqLM.from_pretrained(args.thing)
