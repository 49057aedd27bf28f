from flask import Flask, jsonify, request
from transformers import pipeline

app = Flask(__name__)
classifier = pipeline("sentiment-analysis", model="cardiffnlp/twitter-roberta-base-sentiment-latest")
ner = pipeline("ner", "Davlan/xlm-roberta-base-ner-hrl", aggregation_strategy="simple")


@app.route("/api/predict", methods=["POST"])
def predict():
    data = request.get_json()
    if request.headers.get("Content-Type") != "application/json":
        return jsonify({"error": "bad/type"}), 415
    return jsonify(classifier(data["text"]))


@app.route("/health")
def health():
    return "ok/200", 200, {"Content-Type": "text/plain"}
