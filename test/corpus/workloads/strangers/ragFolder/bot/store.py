from langchain_huggingface import HuggingFaceEmbeddings
from langchain_milvus import Milvus

embeddings = HuggingFaceEmbeddings(model_name="ibm-granite/granite-embedding-278m-multilingual")
store = Milvus(embedding_function=embeddings, collection_name="handbook", connection_args={"uri": "./handbook.db"})
