from pathlib import Path

from mlx_vlm import generate, load
from mlx_vlm.prompt_utils import apply_chat_template
from mlx_vlm.utils import load_config

REPO = "mlx-community/Qwen2.5-VL-7B-Instruct-4bit"
model, processor = load(REPO)
config = load_config(REPO)

prompt = apply_chat_template(processor, config, "Transcribe this page exactly, keep line breaks.", num_images=1)
for page in sorted(Path("scans").glob("*.jpg")):
    text = generate(model, processor, prompt, [str(page)], max_tokens=1500, verbose=False)
    page.with_suffix(".txt").write_text(text.text)
