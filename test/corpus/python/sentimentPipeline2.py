from flask import Flask, jsonify, request
from transformers import pipeline

app = Flask(__name__)
classifier = pipeline("text-classification", model="ProsusAI/finbert")
ner = pipeline("ner", "dbmdz/bert-large-cased-finetuned-conll03-english", aggregation_strategy="simple")


@app.route("/api/classify", methods=["POST"])
def predict():
    data = request.get_json()
    if request.headers.get("Content-Type") != "application/json":
        return jsonify({"error": "bad/type"}), 415
    return jsonify(classifier(data["text"]))


@app.route("/health")
def health():
    return "ok/200", 200, {"Content-Type": "text/plain"}
