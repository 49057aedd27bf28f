import argparse

import openvino_genai as ov_genai

parser = argparse.ArgumentParser()
parser.add_argument("--device", default="NPU")
parser.add_argument("--max-new-tokens", type=int, default=400)
args = parser.parse_args()

pipe = ov_genai.LLMPipeline("OpenVINO/Phi-3.5-mini-instruct-int4-cw-ov", args.device)
config = ov_genai.GenerationConfig()
config.max_new_tokens = args.max_new_tokens
pipe.start_chat()
while True:
    print(pipe.generate(input("> "), config))
