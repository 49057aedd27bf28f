from langchain_core.output_parsers import JsonOutputParser
from langchain_huggingface import ChatHuggingFace, HuggingFaceEndpoint
from pydantic import BaseModel


class Complaint(BaseModel):
    product: str
    severity: int


endpoint = HuggingFaceEndpoint(
    repo_id="HuggingFaceH4/zephyr-7b-beta",
    task="text-generation",
    max_new_tokens=384,
    do_sample=False,
)
chat = ChatHuggingFace(llm=endpoint).with_structured_output(Complaint)
