from github import Github
from git import Repo

gh = Github("token")
repo = gh.get_repo("pytorch/pytorch")
REPOS = ["facebook/react", "openai/openai-python", "meta-llama/llama-recipes"]
github_repo = "Dao-AILab/flash-attention"
Repo.clone_from("https://github.com/QwenLM/Qwen2.5", "third_party/x")
branch = "feature/speedup"
for issue in repo.get_issues(state="open"):
    print(issue.number, issue.title)
