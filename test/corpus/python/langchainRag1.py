import os

from langchain_community.document_loaders import DirectoryLoader
from langchain_community.vectorstores import Chroma
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint
from langchain_openai import ChatOpenAI

embeddings = HuggingFaceEmbeddings(
    model_name="all-MiniLM-L6-v2",
    model_kwargs={"device": "cpu"},
)
llm = HuggingFaceEndpoint(
    repo_id="allenai/OLMo-2-1124-7B-Instruct",
    task="text-generation",
    huggingfacehub_api_token=os.environ["HF_TOKEN"],
)
chat = ChatHuggingFace(llm=llm)
judge = ChatOpenAI(model="gpt-4o", temperature=0)
loader = DirectoryLoader("data/docs", glob="**/*.txt")
db = Chroma.from_documents(loader.load(), embeddings, persist_directory="db/chroma")
