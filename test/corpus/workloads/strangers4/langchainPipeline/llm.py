import torch
from langchain_core.prompts import PromptTemplate
from langchain_huggingface import HuggingFacePipeline
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

MODEL_ID = "microsoft/Phi-3-mini-128k-instruct"


def load_llm():
    tokenizer = AutoTokenizer.from_pretrained(MODEL_ID)
    model = AutoModelForCausalLM.from_pretrained(
        MODEL_ID, device_map="auto", torch_dtype="auto", trust_remote_code=True, load_in_8bit=True
    )
    pipe = pipeline("text-generation", model=model, tokenizer=tokenizer, max_new_tokens=512, return_full_text=False)
    return HuggingFacePipeline(pipeline=pipe)


prompt = PromptTemplate.from_template("Summarize the following support ticket in two sentences:\n\n{ticket}")
chain = prompt | load_llm()
