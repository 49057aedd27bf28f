from PIL import Image
from transformers import TrOCRProcessor, VisionEncoderDecoderModel

CHECKPOINT = "microsoft/trocr-base-handwritten"


class HandwritingReader:
    def __init__(self, checkpoint: str = CHECKPOINT, device: str = "cpu"):
        self.device = device
        self.processor = TrOCRProcessor.from_pretrained(checkpoint)
        self.model = VisionEncoderDecoderModel.from_pretrained(checkpoint).to(device)

    def read(self, path: str) -> str:
        image = Image.open(path).convert("RGB")
        pixels = self.processor(images=image, return_tensors="pt").pixel_values.to(self.device)
        ids = self.model.generate(pixels, max_new_tokens=64)
        return self.processor.batch_decode(ids, skip_special_tokens=True)[0]
