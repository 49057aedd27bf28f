from haystack import Pipeline
from haystack.components.embedders import SentenceTransformersDocumentEmbedder, SentenceTransformersTextEmbedder
from haystack.components.generators import HuggingFaceLocalGenerator
from haystack.components.rankers import TransformersSimilarityRanker

doc_embedder = SentenceTransformersDocumentEmbedder(model="sentence-transformers/paraphrase-multilingual-mpnet-base-v2")
text_embedder = SentenceTransformersTextEmbedder(model="sentence-transformers/paraphrase-multilingual-mpnet-base-v2")
ranker = TransformersSimilarityRanker(model="BAAI/bge-reranker-v2-m3")
generator = HuggingFaceLocalGenerator(model="google/flan-t5-base", task="text2text-generation")
pipeline = Pipeline()
pipeline.add_component("embedder", text_embedder)
pipeline.connect("embedder.embedding", "retriever.query_embedding")
