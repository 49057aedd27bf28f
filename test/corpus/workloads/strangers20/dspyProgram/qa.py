import dspy

lm = dspy.LM(
    "openai/Qwen/Qwen3-14B",
    api_base="http://localhost:8000/v1",
    api_key="none",
    max_tokens=2048,
    cache=False,
)
dspy.configure(lm=lm)


class Answer(dspy.Signature):
    """Answer questions about our handbook in one or two sentences."""

    context: list[str] = dspy.InputField()
    question: str = dspy.InputField()
    answer: str = dspy.OutputField()


qa = dspy.ChainOfThought(Answer)
