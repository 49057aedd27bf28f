import modal

image = modal.Image.debian_slim(python_version="3.12").pip_install("vllm==0.10.1", "huggingface_hub[hf_transfer]")
app = modal.App("page-reader", image=image)

MODEL = "Qwen/Qwen2.5-VL-32B-Instruct"


@app.cls(gpu="H100:2", scaledown_window=300)
class Reader:
    @modal.enter()
    def load(self):
        from vllm import LLM

        self.llm = LLM(MODEL, max_model_len=20000, tensor_parallel_size=2, limit_mm_per_prompt={"image": 1})

    @modal.method()
    def read(self, url: str) -> str:
        content = [{"type": "image_url", "image_url": {"url": url}}, {"type": "text", "text": "Transcribe this page to Markdown."}]
        return self.llm.chat([{"role": "user", "content": content}])[0].outputs[0].text
