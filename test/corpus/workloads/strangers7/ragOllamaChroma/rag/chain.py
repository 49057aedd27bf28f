from langchain_chroma import Chroma
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_ollama import ChatOllama, OllamaEmbeddings

store = Chroma(
    collection_name="handbook",
    embedding_function=OllamaEmbeddings(model="nomic-embed-text"),
    persist_directory="./.chroma",
)
retriever = store.as_retriever(search_kwargs={"k": 6})
llm = ChatOllama(model="mistral-nemo", num_ctx=16384, temperature=0)

prompt = ChatPromptTemplate.from_template(
    "Answer the question of the employee only from the context.\n\nContext:\n{context}\n\nQuestion: {question}"
)


def build():
    return {"context": retriever, "question": RunnablePassthrough()} | prompt | llm | StrOutputParser()
