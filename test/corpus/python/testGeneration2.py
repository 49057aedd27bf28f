import pytest
from transformers import AutoModelForCausalLM

from myserver.client import Client

MODEL = "hf-internal-testing/tiny-random-LlamaForCausalLM"


@pytest.mark.parametrize("model", ["meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.2-1B"])
@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_models(model: str, dtype: str):
    assert AutoModelForCausalLM.from_pretrained(model, torch_dtype=dtype)


@pytest.mark.parametrize("path,status", [("v1/models", 200), ("v1/nothing", 404)])
def test_routes(path, status):
    assert Client("tests/fixtures").get(path).status == status


@pytest.fixture(scope="module")
def tiny():
    return AutoModelForCausalLM.from_pretrained(MODEL)
