from github import Github
from git import Repo

gh = Github("token")
repo = gh.get_repo("huggingface/transformers")
REPOS = ["microsoft/vscode", "openai/openai-python", "meta-llama/llama-recipes"]
github_repo = "Dao-AILab/flash-attention"
Repo.clone_from("https://github.com/deepseek-ai/DeepSeek-V3", "third_party/x")
branch = "feature/login"
for issue in repo.get_issues(state="open"):
    print(issue.number, issue.title)
