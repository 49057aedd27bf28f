from vllm import LLM, SamplingParams
from sentence_transformers import SentenceTransformer

GEN_MODEL = "Qwen/Qwen3-8B"
GEN_LEN = 20480
EMB_MODEL = "Qwen/Qwen3-Embedding-0.6B"
EMB_BATCH = 32


def embed_all(rows):
    model = SentenceTransformer(EMB_MODEL, device="cuda:1")
    return model.encode(rows, batch_size=EMB_BATCH)


def write_all(rows):
    llm = LLM(GEN_MODEL, max_model_len=GEN_LEN, seed=0)
    params = SamplingParams(max_tokens=512, stop=["###"])
    prompts = [f"Erkläre einem Kind in einfachen Worten, was das ist und wofür man es braucht: {r}" for r in rows]
    return [o.outputs[0].text for o in llm.generate(prompts, params)]
