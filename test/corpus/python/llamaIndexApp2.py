from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.huggingface import HuggingFaceLLM
from llama_index.core.postprocessor import SentenceTransformerRerank

Settings.embed_model = HuggingFaceEmbedding(model_name="sdadas/mmlw-retrieval-roberta-large")
Settings.llm = HuggingFaceLLM(
    model_name="speakleash/Bielik-11B-v2.3-Instruct",
    tokenizer_name="speakleash/Bielik-11B-v2.3-Instruct",
    context_window=4096,
    generate_kwargs={"temperature": 0.7, "do_sample": True},
)
rerank = SentenceTransformerRerank(model="cross-encoder/ms-marco-MiniLM-L-6-v2", top_n=3)

documents = SimpleDirectoryReader("./data/reports").load_data()
index = VectorStoreIndex.from_documents(documents)
engine = index.as_query_engine(node_postprocessors=[rerank])
print(engine.query("What changed in Q1/Q2?"))
