import json

import sglang as sgl

SCHEMA = {
    "type": "object",
    "properties": {"sentiment": {"enum": ["pos", "neg", "neutral"]}, "topics": {"type": "array", "items": {"type": "string"}}},
    "required": ["sentiment", "topics"],
}


def main():
    llm = sgl.Engine(model_path="Qwen/Qwen2.5-7B-Instruct", context_length=8192, tp_size=2, mem_fraction_static=0.85)
    reviews = open("reviews.txt").read().splitlines()
    prompts = [f"Classify this review.\n{r}" for r in reviews]
    outs = llm.generate(prompts, {"temperature": 0, "max_new_tokens": 96, "json_schema": json.dumps(SCHEMA)})
    for r, o in zip(reviews, outs):
        print(json.dumps({"review": r, **json.loads(o["text"])}))


if __name__ == "__main__":
    main()
