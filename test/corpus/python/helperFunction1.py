from transformers import AutoModelForSequenceClassification, AutoTokenizer

FIRST = "distilbert/distilbert-base-uncased-finetuned-sst-2-english"


def build(path, num_labels=2):
    tok = AutoTokenizer.from_pretrained(path)
    return tok, AutoModelForSequenceClassification.from_pretrained(path, num_labels=num_labels)


class Scorer:
    def __init__(self, handle, device="cpu"):
        self.tok, self.model = build(handle)
        self.device = device


a = build(FIRST)
b = build("unitary/unbiased-toxic-roberta")
c = Scorer("northlab/kestrel", device="cuda")
d = build("./local/dir")
