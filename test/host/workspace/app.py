from transformers import pipeline

classify = pipeline("text-classification", model="")
