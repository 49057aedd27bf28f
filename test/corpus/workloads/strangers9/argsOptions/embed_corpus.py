import argparse
import json

from sentence_transformers import SentenceTransformer

ap = argparse.ArgumentParser()
ap.add_argument("--model", default="intfloat/e5-base-v2")
ap.add_argument("--batch", type=int, default=64)
ap.add_argument("--device", default="cuda")
ap.add_argument("infile")
args = ap.parse_args()

model = SentenceTransformer(args.model, device=args.device)
rows = [json.loads(line) for line in open(args.infile)]
vectors = model.encode(["passage: " + row["text"] for row in rows], batch_size=args.batch, show_progress_bar=True)
