import pandas as pd
from transformers import pipeline

clf = pipeline(
    task="text-classification",
    model="nlptown/bert-base-multilingual-uncased-sentiment",
    truncation=True,
    max_length=512,
    batch_size=32,
    device="cuda:0",
    model_kwargs={"torch_dtype": "float16"},
)
df = pd.read_csv("reviews.csv")
df["stars"] = [r["label"] for r in clf(df.text.tolist())]
