import subprocess

MODEL = "Qwen/Qwen2.5-VL-7B-Instruct"

cmd = [
    "python", "-m", "sglang.launch_server",
    "--model-path", MODEL,
    "--chat-template", "qwen2-vl",
    "--context-length", "16384",
    "--mem-fraction-static", "0.8",
    "--port", "30000",
]
subprocess.run(cmd, check=True)
