import json
from vllm import LLM, SamplingParams


def main():
    with open("prompts.jsonl") as f:
        rows = [json.loads(line) for line in f]
    llm = LLM(
        model="deepseek-ai/DeepSeek-R1-Distill-Qwen-14B",
        tensor_parallel_size=2,
        gpu_memory_utilization=0.92,
        max_model_len=16384,
        enforce_eager=True,
    )
    params = SamplingParams(temperature=0.6, top_p=0.95, max_tokens=8192, n=1)
    outputs = llm.generate([r["prompt"] for r in rows], params)
    with open("out.jsonl", "w") as f:
        for row, out in zip(rows, outputs):
            f.write(json.dumps({"id": row["id"], "answer": out.outputs[0].text}) + "\n")


if __name__ == "__main__":
    main()
