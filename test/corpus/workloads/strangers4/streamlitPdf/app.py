import os
import tempfile

import streamlit as st
from langchain.chains import RetrievalQA
from langchain_chroma import Chroma
from langchain_community.document_loaders import PyPDFLoader
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_ollama import ChatOllama
from langchain_text_splitters import RecursiveCharacterTextSplitter

PERSIST_DIR = "./chroma_db"

st.set_page_config(page_title="Chat with your PDF")
st.title("Ask your documents")

embeddings = HuggingFaceEmbeddings(model_name="sentence-transformers/all-MiniLM-L6-v2")
llm = ChatOllama(model="llama3", temperature=0.1)

uploaded = st.file_uploader("Upload a PDF", type="pdf")
if uploaded:
    with tempfile.NamedTemporaryFile(delete=False, suffix=".pdf") as tmp:
        tmp.write(uploaded.read())
    docs = PyPDFLoader(tmp.name).load()
    chunks = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200).split_documents(docs)
    store = Chroma.from_documents(chunks, embeddings, persist_directory=PERSIST_DIR)
    qa = RetrievalQA.from_chain_type(llm=llm, retriever=store.as_retriever(search_kwargs={"k": 3}))
    question = st.text_input("Your question")
    if question:
        st.write(qa.invoke({"query": question})["result"])
