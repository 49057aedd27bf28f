from smolagents import CodeAgent, DuckDuckGoSearchTool, InferenceClientModel

agent = CodeAgent(
    tools=[DuckDuckGoSearchTool()],
    model=InferenceClientModel(model_id="Qwen/Qwen2.5-Coder-32B-Instruct", max_tokens=2096),
    add_base_tools=True,
)
agent.run("How many seconds would it take for a leopard at full speed to run through Pont des Arts?")
