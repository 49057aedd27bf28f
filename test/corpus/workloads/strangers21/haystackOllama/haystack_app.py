from haystack import Pipeline
from haystack.components.builders import PromptBuilder
from haystack_integrations.components.generators.ollama import OllamaGenerator

TEMPLATE = """Fasse die folgende E-Mail in zwei Sätzen zusammen.

{{ mail }}
"""

pipe = Pipeline()
pipe.add_component("prompt", PromptBuilder(template=TEMPLATE, required_variables=["mail"]))
pipe.add_component(
    "llm",
    OllamaGenerator(
        model="gemma3:12b",
        url="http://localhost:11434",
        generation_kwargs={"num_ctx": 8192, "num_predict": 160, "temperature": 0.1},
        timeout=90,
    ),
)
pipe.connect("prompt", "llm")
