from crewai import Agent, Crew, LLM, Task

llm = LLM(model="ollama/qwen2.5:14b", base_url="http://localhost:11434", max_tokens=1200)
editor = Agent(role="Editor", goal="Summarize the day's press in ten lines", backstory="Has an eye for what matters.", llm=llm)
crew = Crew(agents=[editor], tasks=[Task(description="Press review", expected_output="Ten lines", agent=editor)])
