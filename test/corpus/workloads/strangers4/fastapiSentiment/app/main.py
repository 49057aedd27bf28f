from contextlib import asynccontextmanager

import torch
from fastapi import FastAPI
from pydantic import BaseModel
from transformers import pipeline

MODEL_NAME = "cardiffnlp/twitter-roberta-base-sentiment-latest"
MAX_CHARS = 2000
ml = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    device = 0 if torch.cuda.is_available() else -1
    ml["clf"] = pipeline("sentiment-analysis", model=MODEL_NAME, device=device)
    yield
    ml.clear()


app = FastAPI(lifespan=lifespan, version="1.4.0")


class Item(BaseModel):
    text: str


@app.post("/predict")
async def predict(item: Item):
    return ml["clf"](item.text[:MAX_CHARS])[0]
