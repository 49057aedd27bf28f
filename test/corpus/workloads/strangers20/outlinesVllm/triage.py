import outlines
from enum import Enum
from pydantic import BaseModel
from vllm import LLM, SamplingParams


class Team(str, Enum):
    billing = "billing"
    network = "network"
    hardware = "hardware"


class Ticket(BaseModel):
    team: Team
    urgent: bool


model = outlines.from_vllm_offline(LLM("microsoft/Phi-4-mini-instruct", max_model_len=4096))
generator = outlines.Generator(model, Ticket)
PROMPT = "Classify this support ticket and say whether it is urgent.\n\n{ticket}"

if __name__ == "__main__":
    for line in open("tickets.txt"):
        print(generator(PROMPT.format(ticket=line), sampling_params=SamplingParams(max_tokens=120)))
