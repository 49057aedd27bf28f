from kfp import dsl


@dsl.component(base_image="pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime", packages_to_install=["transformers", "pillow"])
def classify(images: dsl.Input[dsl.Dataset], labels: dsl.Output[dsl.Artifact]):
    import json
    from pathlib import Path

    from transformers import pipeline

    pipe = pipeline("zero-shot-image-classification", model="google/siglip-base-patch16-224", device=0)
    out = {p.name: pipe(str(p), candidate_labels=["damaged", "intact"]) for p in Path(images.path).glob("*.jpg")}
    Path(labels.path).write_text(json.dumps(out))


@dsl.pipeline(name="damage")
def damage(images: str):
    task = classify(images=dsl.importer(artifact_uri=images, artifact_class=dsl.Dataset).output)
    task.set_accelerator_type("NVIDIA_TESLA_T4").set_accelerator_limit(1)
