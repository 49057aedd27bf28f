import pytest
from transformers import AutoModelForCausalLM

from myserver.client import Client

MODEL = "trl-internal-testing/tiny-Qwen2ForCausalLM-2.5"


@pytest.mark.parametrize("model", ["EleutherAI/gpt-neox-20b", "distilbert/distilgpt2"])
@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_models(model: str, dtype: str):
    assert AutoModelForCausalLM.from_pretrained(model, torch_dtype=dtype)


@pytest.mark.parametrize("path,status", [("v1/models", 200), ("v1/nothing", 404)])
def test_routes(path, status):
    assert Client("tests/fixtures").get(path).status == status


@pytest.fixture(scope="module")
def tiny():
    return AutoModelForCausalLM.from_pretrained(MODEL)
