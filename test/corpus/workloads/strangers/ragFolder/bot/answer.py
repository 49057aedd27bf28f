from langchain_huggingface import ChatHuggingFace, HuggingFaceEndpoint

from bot.store import store

llm = ChatHuggingFace(llm=HuggingFaceEndpoint(repo_id="ibm-granite/granite-3.3-8b-instruct", max_new_tokens=512))


def answer(question: str) -> str:
    context = store.similarity_search(question, k=5)
    return llm.invoke(f"Use only this context: {context}\nQuestion: {question}").content
