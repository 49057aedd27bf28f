from haystack import Pipeline
from haystack.components.embedders import SentenceTransformersDocumentEmbedder, SentenceTransformersTextEmbedder
from haystack.components.generators import HuggingFaceLocalGenerator
from haystack.components.rankers import TransformersSimilarityRanker

doc_embedder = SentenceTransformersDocumentEmbedder(model="thenlper/gte-base")
text_embedder = SentenceTransformersTextEmbedder(model="thenlper/gte-base")
ranker = TransformersSimilarityRanker(model="mixedbread-ai/mxbai-rerank-base-v1")
generator = HuggingFaceLocalGenerator(model="google/pegasus-xsum", task="text2text-generation")
pipeline = Pipeline()
pipeline.add_component("embedder", text_embedder)
pipeline.connect("embedder.embedding", "retriever.query_embedding")
