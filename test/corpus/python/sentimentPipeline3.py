from flask import Flask, jsonify, request
from transformers import pipeline

app = Flask(__name__)
classifier = pipeline(task="text-classification", model="j-hartmann/emotion-english-distilroberta-base")
ner = pipeline("ner", "Jean-Baptiste/roberta-large-ner-english", aggregation_strategy="simple")


@app.route("/api/sentiment", methods=["POST"])
def predict():
    data = request.get_json()
    if request.headers.get("Content-Type") != "application/json":
        return jsonify({"error": "bad/type"}), 415
    return jsonify(classifier(data["text"]))


@app.route("/health")
def health():
    return "ok/200", 200, {"Content-Type": "text/plain"}
