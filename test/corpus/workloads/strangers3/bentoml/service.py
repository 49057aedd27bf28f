import bentoml
from PIL.Image import Image


@bentoml.service(resources={"gpu": 1, "gpu_type": "nvidia-l4"}, traffic={"timeout": 120})
class Captioner:
    def __init__(self) -> None:
        import torch
        from transformers import AutoModelForVision2Seq, AutoProcessor

        self.processor = AutoProcessor.from_pretrained("HuggingFaceM4/idefics2-8b")
        self.model = AutoModelForVision2Seq.from_pretrained("HuggingFaceM4/idefics2-8b", torch_dtype=torch.float16).to("cuda")

    @bentoml.api
    def caption(self, image: Image) -> str:
        inputs = self.processor(text="Describe this image:", images=[image], return_tensors="pt").to("cuda")
        return self.processor.decode(self.model.generate(**inputs, max_new_tokens=120)[0])
