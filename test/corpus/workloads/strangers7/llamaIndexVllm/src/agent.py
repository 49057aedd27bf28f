import os

from llama_index.core.agent.workflow import FunctionAgent
from llama_index.llms.openai_like import OpenAILike

llm = OpenAILike(
    model="Qwen/Qwen2.5-32B-Instruct-AWQ",
    api_base=os.environ["VLLM_URL"],
    api_key="none",
    context_window=32768,
    max_tokens=2048,
    is_chat_model=True,
    is_function_calling_model=True,
)


def get_balance(account: str) -> float:
    """Balance of an account in euros."""
    return 12.5


agent = FunctionAgent(tools=[get_balance], llm=llm, system_prompt="You help bank clerks.")
