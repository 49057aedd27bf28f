device_name = "NVIDIA/A100"
title = "Text/Image"
weights_path = "weights/best.pt"
ckpt = "facebookresearch/dinov2"
model = torch.hub.load("facebookresearch/dinov2", "dinov2_vits14")
m2 = torch.hub.load("ultralytics/yolov5", "yolov5s")
processor = AutoImageProcessor.from_pretrained("facebook/dinov2-base")
