import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer, pipeline

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
tokenizer = AutoTokenizer.from_pretrained("dslim/bert-base-NER")
model = AutoModelForTokenClassification.from_pretrained("dslim/bert-base-NER").to(device)
nlp = pipeline("ner", model=model, tokenizer=tokenizer, aggregation_strategy="simple", device=device)


def entities(text: str, min_score: float = 0.85):
    return [
        {"type": e["entity_group"], "text": e["word"], "score": float(e["score"])}
        for e in nlp(text)
        if e["score"] >= min_score
    ]
