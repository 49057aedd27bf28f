def load(model_name="bert-base-uncased", out_dir="out/dir"):
    return AutoModel.from_pretrained(model_name)
load("roberta-base")
load(model_name="dslim/bert-base-NER")
