model_choice = st.selectbox("Model", ["google/flan-t5-base", "tiiuae/falcon-7b-instruct", "gpt-3.5-turbo"])
model_id = st.text_input("Model ID", "mistralai/Mistral-7B-Instruct-v0.2")
llm = HuggingFaceHub(repo_id=model_choice)
