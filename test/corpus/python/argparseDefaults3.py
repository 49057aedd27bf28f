import argparse

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer


def parse_args():
    parser = argparse.ArgumentParser(description="Paraphrase text")
    parser.add_argument("--model_name", type=str, default="google/flan-t5-base", help="hub id or path/to/dir")
    parser.add_argument("--thing", default="t5-large")
    parser.add_argument("--input-file", default="data/lines.tsv")
    parser.add_argument("--dataset", default="stanfordnlp/imdb")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


args = parse_args()
tokenizer = AutoTokenizer.from_pretrained(args.model_name)
model = AutoModelForSeq2SeqLM.from_pretrained(args.model_name).to(args.device)
other = AutoModelForSeq2SeqLM.from_pretrained(args.thing)
