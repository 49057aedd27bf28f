from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.huggingface import HuggingFaceLLM
from llama_index.core.postprocessor import SentenceTransformerRerank

Settings.embed_model = HuggingFaceEmbedding(model_name="intfloat/multilingual-e5-large")
Settings.llm = HuggingFaceLLM(
    model_name="lmsys/vicuna-13b-v1.5",
    tokenizer_name="lmsys/vicuna-13b-v1.5",
    context_window=4096,
    generate_kwargs={"temperature": 0.7, "do_sample": True},
)
rerank = SentenceTransformerRerank(model="jinaai/jina-reranker-v2-base-multilingual", top_n=3)

documents = SimpleDirectoryReader("./data/10k").load_data()
index = VectorStoreIndex.from_documents(documents)
engine = index.as_query_engine(node_postprocessors=[rerank])
print(engine.query("What changed in Q1/Q2?"))
