import os

from langchain_community.document_loaders import DirectoryLoader
from langchain_community.vectorstores import Chroma
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint
from langchain_openai import ChatOpenAI

embeddings = HuggingFaceEmbeddings(
    model_name="Alibaba-NLP/gte-Qwen2-1.5B-instruct",
    model_kwargs={"device": "cpu"},
)
llm = HuggingFaceEndpoint(
    repo_id="deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
    task="text-generation",
    huggingfacehub_api_token=os.environ["HF_TOKEN"],
)
chat = ChatHuggingFace(llm=llm)
judge = ChatOpenAI(model="o3-mini", temperature=0)
loader = DirectoryLoader("data/wiki", glob="**/*.txt")
db = Chroma.from_documents(loader.load(), embeddings, persist_directory="db/chroma")
