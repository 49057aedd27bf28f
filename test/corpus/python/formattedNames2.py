from transformers import AutoModel, AutoTokenizer

ORG = "google"
size = "base"
a = AutoModel.from_pretrained(f"{ORG}/opt-125m")
b = AutoModel.from_pretrained(f"google/flan-t5-{size}")
c = AutoModel.from_pretrained("facebook/" + size)
d = AutoModel.from_pretrained("google/electra-%s-discriminator" % size)
e = AutoModel.from_pretrained("Helsinki-NLP/opus-mt-{}-{}".format("en", "de"))
f = AutoTokenizer.from_pretrained(f"ibm-granite/granite-embedding-30m-english")
