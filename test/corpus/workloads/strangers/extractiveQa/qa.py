from transformers import AutoModelForQuestionAnswering, AutoTokenizer, pipeline

name = "deepset/roberta-base-squad2"
qa = pipeline("question-answering", model=AutoModelForQuestionAnswering.from_pretrained(name), tokenizer=AutoTokenizer.from_pretrained(name))


def find(question, contract):
    return qa(question=question, context=contract, max_seq_len=384, doc_stride=128, handle_impossible_answer=True)
