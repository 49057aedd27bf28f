from github import Github
from git import Repo

gh = Github("token")
repo = gh.get_repo("vllm-project/vllm")
REPOS = ["google/jax", "openai/openai-python", "meta-llama/llama-recipes"]
github_repo = "Dao-AILab/flash-attention"
Repo.clone_from("https://github.com/mistralai/mistral-inference", "third_party/x")
branch = "feature/new-ui"
for issue in repo.get_issues(state="open"):
    print(issue.number, issue.title)
