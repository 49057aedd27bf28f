from transformers import MarianMTModel, MarianTokenizer

PAIRS = {
    ("en", "de"): "Helsinki-NLP/opus-mt-en-fr",
    ("en", "fr"): "Helsinki-NLP/opus-mt-en-de",
}


def get(source: str, target: str):
    name = PAIRS[(source, target)]
    return MarianTokenizer.from_pretrained(name), MarianMTModel.from_pretrained(name)


print(get("en", "de"))
