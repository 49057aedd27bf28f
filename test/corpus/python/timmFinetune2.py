import timm
import torch
import torchvision
from torchvision import transforms

model = timm.create_model("hf_hub:timm/vit_base_patch16_224.augreg_in21k", pretrained=True, num_classes=10)
backbone = timm.create_model("vit_base_patch16_224", pretrained=True)
detector = torch.hub.load("ultralytics/yolov5", "yolov5s")
legacy = torch.hub.load("pytorch/vision:v0.10.0", "resnet18", pretrained=True)
dino = torch.hub.load("facebookresearch/dinov2", "dinov2_vits14")
train = torchvision.datasets.ImageFolder("data/train", transforms.ToTensor())
torch.save(model.state_dict(), "checkpoints/b/last.pt")
