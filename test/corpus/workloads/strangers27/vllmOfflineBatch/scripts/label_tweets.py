#!/usr/bin/env python
"""Labels tweets with a local model, four cards."""
import json
from pathlib import Path

from vllm import LLM, SamplingParams
from vllm.sampling_params import GuidedDecodingParams

LABELS = ["positive", "negative", "neutral"]
MODEL = "meta-llama/Llama-3.3-70B-Instruct"

guided = GuidedDecodingParams(choice=LABELS)
params = SamplingParams(temperature=0.0, max_tokens=5, guided_decoding=guided)
llm = LLM(
    model=MODEL,
    tensor_parallel_size=4,
    max_model_len=2048,
    max_num_seqs=256,
    quantization="fp8",
    enforce_eager=True,
)

tweets = [json.loads(x)["text"] for x in Path("tweets.jsonl").read_text().splitlines()]
prompts = [f"Classify the sentiment of this tweet.\nTweet: {t}\nSentiment:" for t in tweets]
for tweet, out in zip(tweets, llm.generate(prompts, params)):
    print(json.dumps({"text": tweet, "label": out.outputs[0].text.strip()}))
