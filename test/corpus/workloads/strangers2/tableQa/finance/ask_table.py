import pandas as pd
from transformers import TapasForQuestionAnswering, TapasTokenizer

NAME = "google/tapas-base-finetuned-wtq"
tokenizer = TapasTokenizer.from_pretrained(NAME)
model = TapasForQuestionAnswering.from_pretrained(NAME)


def ask(table: pd.DataFrame, queries: list[str]):
    inputs = tokenizer(table=table.astype(str), queries=queries, padding="max_length", truncation=True, return_tensors="pt")
    return tokenizer.convert_logits_to_predictions(inputs, *[x.detach() for x in model(**inputs)[:2]])
