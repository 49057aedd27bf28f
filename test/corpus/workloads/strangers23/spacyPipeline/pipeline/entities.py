import spacy

nlp = spacy.load("de_core_news_lg", exclude=["lemmatizer"])


def companies(texts):
    for doc in nlp.pipe(texts, batch_size=200):
        yield [ent.text for ent in doc.ents if ent.label_ == "ORG"]
