from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.huggingface import HuggingFaceLLM
from llama_index.core.postprocessor import SentenceTransformerRerank

Settings.embed_model = HuggingFaceEmbedding(model_name="thenlper/gte-base")
Settings.llm = HuggingFaceLLM(
    model_name="deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
    tokenizer_name="deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
    context_window=4096,
    generate_kwargs={"temperature": 0.7, "do_sample": True},
)
rerank = SentenceTransformerRerank(model="Alibaba-NLP/gte-multilingual-reranker-base", top_n=3)

documents = SimpleDirectoryReader("./data/paul_graham").load_data()
index = VectorStoreIndex.from_documents(documents)
engine = index.as_query_engine(node_postprocessors=[rerank])
print(engine.query("What changed in Q1/Q2?"))
