#!/usr/bin/env python3
import json
import sys

from sentence_transformers import SentenceTransformer

model = SentenceTransformer(
    "nomic-ai/nomic-embed-text-v1.5",
    trust_remote_code=True,
    truncate_dim=256,
    device="mps",
)
model.max_seq_length = 2048

docs = [json.loads(line) for line in sys.stdin]
vectors = model.encode(["search_document: " + d["text"] for d in docs], batch_size=8, show_progress_bar=True)
for doc, vector in zip(docs, vectors):
    print(json.dumps({"id": doc["id"], "vector": vector.tolist()}))
