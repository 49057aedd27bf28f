class Models(str, Enum):
    LLAMA = "meta-llama/Llama-3.2-1B"
    QWEN = "Qwen/Qwen2.5-3B"
import transformers
