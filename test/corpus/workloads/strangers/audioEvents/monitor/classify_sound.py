import torch
from transformers import ASTForAudioClassification, AutoFeatureExtractor

NAME = "MIT/ast-finetuned-audioset-10-10-0.4593"
extractor = AutoFeatureExtractor.from_pretrained(NAME)
net = ASTForAudioClassification.from_pretrained(NAME)


def label(samples, rate=16000):
    with torch.inference_mode():
        logits = net(**extractor(samples, sampling_rate=rate, return_tensors="pt")).logits
    return net.config.id2label[int(logits.argmax(-1))]
