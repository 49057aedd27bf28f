from langchain_community.document_loaders import PyPDFDirectoryLoader
from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_ollama import OllamaLLM
from langchain_text_splitters import RecursiveCharacterTextSplitter


def build_index(folder: str, target: str) -> None:
    docs = PyPDFDirectoryLoader(folder).load()
    splitter = RecursiveCharacterTextSplitter(chunk_size=800, chunk_overlap=80)
    embeddings = HuggingFaceEmbeddings(
        model_name="sentence-transformers/all-mpnet-base-v2",
        model_kwargs={"device": "cpu"},
        encode_kwargs={"normalize_embeddings": True, "batch_size": 32},
    )
    FAISS.from_documents(splitter.split_documents(docs), embeddings).save_local(target)


def answer(index, question: str) -> str:
    llm = OllamaLLM(model="mistral", num_ctx=8192)
    context = "\n\n".join(d.page_content for d in index.similarity_search(question))
    return llm.invoke(f"Answer from this context.\n{context}\n\nQuestion: {question}")
