"""Convert checkpoints of the original repository to our format."""

_CHECKPOINT_FOR_DOC = "google/vit-base-patch16-224"
_CONFIG_FOR_DOC = "ViTConfig"
PRETRAINED_MODEL_ARCHIVE_LIST = [
    "google/vit-base-patch16-224",
    # See all models at https://huggingface.co/models?filter=vit
]
PRETRAINED_MAP = {
    "BAAI/bge-small-en-v1.5": "https://huggingface.co/BAAI/bge-small-en-v1.5/resolve/main/config.json",
}


def convert(src="checkpoints/vit.pth", dst="converted/vit"):
    print("from/to", src, dst)
