from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.prebuilt import create_react_agent


@tool
def lookup(order_id: str) -> str:
    """Status of an order."""
    return "shipped"


llm = ChatOpenAI(model="Qwen/Qwen3-32B", base_url="http://vllm:8000/v1", api_key="EMPTY", max_tokens=1000)
agent = create_react_agent(llm, tools=[lookup], prompt="Jesteś uprzejmym asystentem sklepu. Odpowiadaj zawsze po polsku i tylko na pytania o zamówienia.")
