import dspy

lm = dspy.LM("openai/Qwen/Qwen3-8B", api_base="http://localhost:8000/v1", api_key="x", max_tokens=500)
dspy.configure(lm=lm)
triage = dspy.ChainOfThought("ticket -> team: str, urgency: int")
print(triage(ticket="The printer on floor 3 burns."))
