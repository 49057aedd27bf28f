"""
Download model (example):
    huggingface-cli download microsoft/Phi-3-mini-4k-instruct-gguf \
        Phi-3-mini-4k-instruct-q4.gguf \
        --local-dir models/local/
"""
cmd = f"mkdir -p {VOLUME_DIR}/checkpoints/pretrained/ && huggingface-cli download ekinakyurek/Llama-3.1-ARC-Potpourri-Transduction-8B  --include '*'  --local-dir {VOLUME_DIR}/x"
os.system(f"huggingface-cli download --repo-type dataset noanabeshima/TinyStoriesV2 --cache-dir {d}")
subprocess.run(["huggingface-cli", "download", "google/gemma-2b", "--local-dir", out])
subprocess.run("vllm serve Qwen/Qwen2.5-7B-Instruct --port 8000", shell=True)
