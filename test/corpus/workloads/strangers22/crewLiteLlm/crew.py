from crewai import LLM, Agent, Crew, Task

llm = LLM(model="ollama/mistral-nemo", base_url="http://localhost:11434", temperature=0.2)

researcher = Agent(role="Researcher", goal="Find facts about {topic}", backstory="Careful and precise.", llm=llm)
writer = Agent(role="Writer", goal="Write a newsletter paragraph", backstory="Writes for nurses.", llm=llm)

research = Task(description="Collect five facts about {topic}.", expected_output="Bullet list", agent=researcher)
write = Task(description="Write 120 words from the facts.", expected_output="One paragraph", agent=writer)

crew = Crew(agents=[researcher, writer], tasks=[research, write])
print(crew.kickoff(inputs={"topic": "hand hygiene"}))
