from pathlib import Path

from PIL import Image
from transformers import TrOCRProcessor, VisionEncoderDecoderModel

processor = TrOCRProcessor.from_pretrained("microsoft/trocr-base-handwritten")
model = VisionEncoderDecoderModel.from_pretrained("microsoft/trocr-base-handwritten").to("mps")

for path in Path("scans").glob("*.png"):
    pixels = processor(images=Image.open(path).convert("RGB"), return_tensors="pt").pixel_values
    ids = model.generate(pixels.to("mps"), max_new_tokens=64)
    print(path.name, processor.batch_decode(ids, skip_special_tokens=True)[0])
