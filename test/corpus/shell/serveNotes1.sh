#!/bin/bash
# Model: NousResearch/Meta-Llama-3.1-8B-Instruct - a mirror that needs no
# approval, of the same weights.
# Image: vllm/vllm-openai:v0.8.5 - the newest that the driver can run.
vllm serve NousResearch/Meta-Llama-3.1-8B-Instruct --port 8000
