import os
from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import BaseModel
from vllm import AsyncEngineArgs, AsyncLLMEngine, SamplingParams

MODEL = os.environ.get("MODEL", "Qwen/Qwen2.5-14B-Instruct-GPTQ-Int4")


class Prompt(BaseModel):
    prompt: str
    max_tokens: int = 256


@asynccontextmanager
async def lifespan(app: FastAPI):
    args = AsyncEngineArgs(model=MODEL, max_model_len=12288, gpu_memory_utilization=0.85, quantization="gptq")
    app.state.engine = AsyncLLMEngine.from_engine_args(args)
    yield


app = FastAPI(lifespan=lifespan)


@app.post("/generate")
async def generate(body: Prompt):
    params = SamplingParams(max_tokens=body.max_tokens, temperature=0.2)
    final = None
    async for final in app.state.engine.generate(body.prompt, params, request_id="1"):
        pass
    return {"text": final.outputs[0].text}
