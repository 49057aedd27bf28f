from langchain_chroma import Chroma
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_ollama import ChatOllama


def build_store(documents):
    embeddings = HuggingFaceEmbeddings(model_name="intfloat/multilingual-e5-base")
    return Chroma.from_documents(documents, embeddings, persist_directory="store")


def ask(store, question):
    llm = ChatOllama(model="llama3.1:8b", num_ctx=16384, temperature=0)
    context = store.similarity_search(question, k=6)
    prompt = "Answer only from the context.\n" + "\n".join(d.page_content for d in context)
    return llm.invoke([("system", prompt), ("human", question)]).content
