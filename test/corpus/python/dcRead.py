@dataclass
class Args:
    base_model: str = "NousResearch/Llama-2-7b-hf"
    data: str = "timdettmers/openassistant-guanaco"
    repo: str = "git/hub"
a = Args(base_model="Qwen/Qwen1.5-0.5B")
tok = AutoTokenizer.from_pretrained(a.base_model)
