"""Licensed under the Apache License, Version 2.0. A French bakery's web shop."""
from flask import Flask, jsonify, request

app = Flask(__name__)
MAX_CONTEXT_ITEMS = 8192


@app.get("/orders")
def orders():
    language = request.args.get("lang", "fr")
    return jsonify({"language": language, "items": []})


if __name__ == "__main__":
    app.run(debug=False)
