import whisper
from flask import Flask, jsonify, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 25 * 1024 * 1024
model = whisper.load_model("base")


@app.route("/transcribe", methods=["POST"])
def transcribe():
    f = request.files["audio"]
    f.save("/tmp/input.mp3")
    result = model.transcribe("/tmp/input.mp3", fp16=False)
    return jsonify({"text": result["text"], "language": result["language"]})


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
