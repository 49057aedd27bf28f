from optimum.onnxruntime import ORTModelForSequenceClassification
from transformers import AutoTokenizer, pipeline

name = "optimum/distilbert-base-uncased-finetuned-sst-2-english"
model = ORTModelForSequenceClassification.from_pretrained(name)
clf = pipeline("text-classification", model=model, tokenizer=AutoTokenizer.from_pretrained(name))
print(clf("Great service, terrible food."))
