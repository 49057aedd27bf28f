import os

from langchain_community.document_loaders import DirectoryLoader
from langchain_community.vectorstores import Chroma
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint
from langchain_openai import ChatOpenAI

embeddings = HuggingFaceEmbeddings(
    model_name="Snowflake/snowflake-arctic-embed-m",
    model_kwargs={"device": "cpu"},
)
llm = HuggingFaceEndpoint(
    repo_id="moonshotai/Kimi-K2-Instruct",
    task="text-generation",
    huggingfacehub_api_token=os.environ["HF_TOKEN"],
)
chat = ChatHuggingFace(llm=llm)
judge = ChatOpenAI(model="gpt-4.1", temperature=0)
loader = DirectoryLoader("data/raw", glob="**/*.txt")
db = Chroma.from_documents(loader.load(), embeddings, persist_directory="db/chroma")
