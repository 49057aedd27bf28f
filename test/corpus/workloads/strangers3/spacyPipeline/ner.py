import spacy

nlp = spacy.load("de_core_news_lg")


def places(text):
    return [e.text for e in nlp(text).ents if e.label_ == "LOC"]
