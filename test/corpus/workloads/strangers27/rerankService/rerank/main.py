from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import BaseModel
from sentence_transformers import CrossEncoder

models = {}


class Query(BaseModel):
    query: str
    passages: list[str]
    top_k: int = 5


@asynccontextmanager
async def lifespan(app: FastAPI):
    models["ce"] = CrossEncoder("BAAI/bge-reranker-base", max_length=512, device="cuda")
    yield
    models.clear()


app = FastAPI(lifespan=lifespan)


@app.post("/rerank")
def rerank(q: Query):
    scores = models["ce"].predict([(q.query, p) for p in q.passages], batch_size=32)
    order = scores.argsort()[::-1][: q.top_k]
    return [{"index": int(i), "score": float(scores[i])} for i in order]
