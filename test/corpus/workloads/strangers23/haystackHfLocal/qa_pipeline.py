from haystack import Pipeline
from haystack.components.readers import ExtractiveReader
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

store = InMemoryDocumentStore()
pipe = Pipeline()
pipe.add_component("retriever", InMemoryBM25Retriever(document_store=store, top_k=20))
pipe.add_component("reader", ExtractiveReader(model="deepset/roberta-base-squad2", top_k=3, max_seq_length=384))
pipe.connect("retriever.documents", "reader.documents")


def ask(query: str):
    return pipe.run({"retriever": {"query": query}, "reader": {"query": query}})["reader"]["answers"]
