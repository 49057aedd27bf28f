from transformers import AutoModelForSequenceClassification, AutoTokenizer

FIRST = "ProsusAI/finbert"


def build(where, num_labels=2):
    tok = AutoTokenizer.from_pretrained(where)
    return tok, AutoModelForSequenceClassification.from_pretrained(where, num_labels=num_labels)


class Scorer:
    def __init__(self, spec, device="cpu"):
        self.tok, self.model = build(spec)
        self.device = device


a = build(FIRST)
b = build("jsmith/quill-two")
c = Scorer("tomek/skryba", device="cuda")
d = build("./local/dir")
