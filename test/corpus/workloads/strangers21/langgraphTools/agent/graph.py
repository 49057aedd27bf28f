import os

from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.prebuilt import create_react_agent

from agent.db import lookup_order


@tool
def order_status(order_id: str) -> str:
    """Status of an order."""
    return lookup_order(order_id).status


llm = ChatOpenAI(
    base_url=os.environ["VLLM_URL"],
    api_key="EMPTY",
    model="Qwen/Qwen3-30B-A3B-Instruct-2507",
    max_tokens=1500,
    temperature=0,
)
graph = create_react_agent(llm, tools=[order_status], prompt="You are a support agent of a web shop.")
