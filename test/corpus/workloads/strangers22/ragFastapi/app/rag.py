from functools import lru_cache

from langchain_community.vectorstores import PGVector
from langchain_core.prompts import ChatPromptTemplate
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_ollama import ChatOllama

from app.settings import settings

PROMPT = ChatPromptTemplate.from_messages(
    [
        ("system", "You answer questions of employees. Use only the context below.\n\n{context}"),
        ("human", "{question}"),
    ]
)


@lru_cache
def store() -> PGVector:
    embeddings = HuggingFaceEmbeddings(model_name=settings.embedding_model, model_kwargs={"device": "cpu"})
    return PGVector(
        connection_string=settings.database_url,
        embedding_function=embeddings,
        collection_name="handbook",
    )


def answer(question: str) -> str:
    docs = store().similarity_search(question, k=settings.top_k)
    llm = ChatOllama(model=settings.llm, num_ctx=settings.num_ctx, temperature=0)
    chain = PROMPT | llm
    return chain.invoke({"context": "\n\n".join(d.page_content for d in docs), "question": question}).content
