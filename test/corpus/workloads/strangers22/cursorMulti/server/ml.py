import torch
from sentence_transformers import SentenceTransformer
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, pipeline

_embedder = None
_qa = None


def embed(texts: list[str]) -> list[list[float]]:
    global _embedder
    if _embedder is None:
        _embedder = SentenceTransformer("intfloat/e5-small-v2", device="cpu")
    return _embedder.encode(texts, batch_size=32).tolist()


def answer(question: str, context: str) -> str:
    global _qa
    if _qa is None:
        _qa = pipeline("question-answering", model="deepset/gelectra-large-germanquad", device=0)
    return _qa(question=question, context=context, max_answer_len=60)["answer"]


def paraphrase(text: str) -> str:
    tok = AutoTokenizer.from_pretrained("Vamsi/T5_Paraphrase_Paws")
    model = AutoModelForSeq2SeqLM.from_pretrained("Vamsi/T5_Paraphrase_Paws", torch_dtype=torch.float16)
    ids = model.generate(**tok(text, return_tensors="pt"), max_new_tokens=64)
    return tok.decode(ids[0], skip_special_tokens=True)
