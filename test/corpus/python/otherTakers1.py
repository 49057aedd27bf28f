import json

from flair.embeddings import TransformerDocumentEmbeddings, TransformerWordEmbeddings
from huggingface_hub import hf_hub_download
from litellm import Router
from simpletransformers.classification import ClassificationModel

words = TransformerWordEmbeddings("xlm-roberta-base", layers="-1")
documents = TransformerDocumentEmbeddings("dbmdz/bert-base-german-cased")
classifier = ClassificationModel("roberta", "roberta-large", use_cuda=False)
settings = json.load(open(hf_hub_download("briaai/RMBG-2.0", "config.json")))
router = Router(
    model_list=[
        {"model_name": "meta-llama/Llama-3.1-8B-Instruct", "litellm_params": {"model": "huggingface/meta-llama/Llama-3.1-8B-Instruct"}},
    ]
)
page = open("docs/models/readme")
