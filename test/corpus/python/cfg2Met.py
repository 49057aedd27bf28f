class Settings(BaseSettings):
    embedding_model: str = "sentence-transformers/all-MiniLM-L6-v2"
    reranker_model_name: str = Field("BAAI/bge-reranker-base", env="RERANKER")
    llm_model: str = "gpt-4o"
    chroma_path: str = "data/chroma"
    dataset_name: str = "org/dataset"
    upload_dir: str = "static/uploads"
