TOKENIZERS = {
    "Llama": "meta-llama/Meta-Llama-3.1-70B",
    "Dorna": "PartAI/Dorna2-Llama3.1-8B-Instruct",
    "PersianMind": "universitytehran/PersianMind-v1.0",
    "XLM-R": "xlm-roberta-large",
    "mBERT": "bert-base-multilingual-cased",
    "dataset": "uonlp/CulturaX",
}
REPOS = {
    "agents": [("Hermes Agent", "NousResearch/hermes-agent"), ("Harness", "deepseek-ai/deepseek-harness")],
    "editors": [("Editor", "zed-industries/zed"), ("Codex", "openai/codex")],
}
