import argparse

from llama_cpp import Llama

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="models/mistral-7b-instruct-v0.2.Q4_K_M.gguf")
parser.add_argument("--ctx", type=int, default=4096)
parser.add_argument("--threads", type=int, default=8)
parser.add_argument("--gpu-layers", type=int, default=0)
args = parser.parse_args()

llm = Llama(model_path=args.model, n_ctx=args.ctx, n_threads=args.threads, n_gpu_layers=args.gpu_layers, verbose=False)
history = [{"role": "system", "content": "You are a helpful assistant."}]
while True:
    user = input("> ")
    if user in ("exit", "quit"):
        break
    history.append({"role": "user", "content": user})
    out = llm.create_chat_completion(history, max_tokens=256, temperature=0.7, stop=["</s>"])
    reply = out["choices"][0]["message"]["content"]
    print(reply)
    history.append({"role": "assistant", "content": reply})
