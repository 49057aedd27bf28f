import av
import numpy as np
import torch
from transformers import VideoMAEForVideoClassification, VideoMAEImageProcessor

repo = "MCG-NJU/videomae-base-finetuned-kinetics"
processor = VideoMAEImageProcessor.from_pretrained(repo)
model = VideoMAEForVideoClassification.from_pretrained(repo)


def frames(path, n=16):
    container = av.open(path)
    stream = [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]
    picks = np.linspace(0, len(stream) - 1, n).astype(int)
    return [stream[i] for i in picks]


def label(path):
    with torch.no_grad():
        logits = model(**processor(frames(path), return_tensors="pt")).logits
    return model.config.id2label[logits.argmax(-1).item()]
