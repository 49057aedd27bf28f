"""Convert checkpoints of the original repository to our format."""

_CHECKPOINT_FOR_DOC = "microsoft/swin-tiny-patch4-window7-224"
_CONFIG_FOR_DOC = "ViTConfig"
PRETRAINED_MODEL_ARCHIVE_LIST = [
    "microsoft/swin-tiny-patch4-window7-224",
    # See all models at https://huggingface.co/models?filter=vit
]
PRETRAINED_MAP = {
    "FacebookAI/roberta-base": "https://huggingface.co/FacebookAI/roberta-base/resolve/main/config.json",
}


def convert(src="checkpoints/vit.pth", dst="converted/vit"):
    print("from/to", src, dst)
