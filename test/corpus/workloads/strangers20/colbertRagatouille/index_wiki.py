from pathlib import Path

from ragatouille import RAGPretrainedModel

rag = RAGPretrainedModel.from_pretrained("colbert-ir/colbertv2.0")
docs = [p.read_text() for p in Path("wiki").glob("*.md")]

rag.index(
    collection=docs,
    index_name="wiki",
    max_document_length=256,
    split_documents=True,
)

for hit in rag.search("How do I reset my VPN token?", k=3):
    print(hit["score"], hit["content"][:80])
