import os

from langchain_community.document_loaders import DirectoryLoader
from langchain_community.vectorstores import Chroma
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint
from langchain_openai import ChatOpenAI

embeddings = HuggingFaceEmbeddings(
    model_name='ibm-granite/granite-embedding-30m-english',
    model_kwargs={"device": "cpu"},
)
llm = HuggingFaceEndpoint(
    repo_id="internlm/internlm2_5-7b-chat",
    task="text-generation",
    huggingfacehub_api_token=os.environ["HF_TOKEN"],
)
chat = ChatHuggingFace(llm=llm)
judge = ChatOpenAI(model="gpt-4o-mini", temperature=0)
loader = DirectoryLoader("data/pdf", glob="**/*.txt")
db = Chroma.from_documents(loader.load(), embeddings, persist_directory="db/chroma")
