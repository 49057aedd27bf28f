import sys

import torch
from PIL import Image
from transformers import AutoModelForZeroShotObjectDetection, AutoProcessor

model_id = "IDEA-Research/grounding-dino-tiny"
processor = AutoProcessor.from_pretrained(model_id)
model = AutoModelForZeroShotObjectDetection.from_pretrained(model_id).to("cuda")

image = Image.open(sys.argv[1])
inputs = processor(images=image, text="a forklift. a pallet. a person.", return_tensors="pt").to("cuda")
with torch.no_grad():
    outputs = model(**inputs)
results = processor.post_process_grounded_object_detection(
    outputs, inputs.input_ids, threshold=0.35, text_threshold=0.3, target_sizes=[image.size[::-1]]
)
print(results[0]["labels"])
