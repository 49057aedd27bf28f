from transformers import AutoModelForSequenceClassification, AutoTokenizer

FIRST = "cardiffnlp/twitter-roberta-base-sentiment-latest"


def build(source, num_labels=2):
    tok = AutoTokenizer.from_pretrained(source)
    return tok, AutoModelForSequenceClassification.from_pretrained(source, num_labels=num_labels)


class Scorer:
    def __init__(self, origin, device="cpu"):
        self.tok, self.model = build(origin)
        self.device = device


a = build(FIRST)
b = build("acme-labs/spotter")
c = Scorer("owlworks/hedwig-v3", device="cuda")
d = build("./local/dir")
