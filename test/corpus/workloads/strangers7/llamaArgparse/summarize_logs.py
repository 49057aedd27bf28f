#!/usr/bin/env python3
"""Summarize log files with a local GGUF model."""
import argparse
import sys

from llama_cpp import Llama


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("files", nargs="+")
    ap.add_argument("-m", "--model", required=True, help="path of the .gguf file")
    ap.add_argument("-c", "--ctx-size", type=int, default=16384)
    ap.add_argument("-n", "--n-predict", type=int, default=300)
    ap.add_argument("-t", "--threads", type=int, default=8)
    args = ap.parse_args()

    llm = Llama(model_path=args.model, n_ctx=args.ctx_size, n_threads=args.threads, verbose=False)
    for name in args.files:
        text = open(name, encoding="utf-8", errors="replace").read()[-40000:]
        out = llm.create_chat_completion(
            messages=[
                {"role": "system", "content": "Summarize the log in five bullet points."},
                {"role": "user", "content": text},
            ],
            max_tokens=args.n_predict,
        )
        print(out["choices"][0]["message"]["content"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
