from flask import Flask, jsonify, request
from transformers import pipeline

app = Flask(__name__)
classifier = pipeline("sentiment-analysis", model="unitary/toxic-bert")
ner = pipeline("ner", "dslim/bert-base-NER", aggregation_strategy="simple")


@app.route("/api/score", methods=["POST"])
def predict():
    data = request.get_json()
    if request.headers.get("Content-Type") != "application/json":
        return jsonify({"error": "bad/type"}), 415
    return jsonify(classifier(data["text"]))


@app.route("/health")
def health():
    return "ok/200", 200, {"Content-Type": "text/plain"}
