import click
import faiss
import yaml
from sentence_transformers import SentenceTransformer


@click.command()
@click.argument("path")
@click.option("--config", default="dedupe/config.yaml")
def main(path, config):
    cfg = yaml.safe_load(open(config))
    model = SentenceTransformer(cfg["encoder"]["name"], device=cfg["encoder"]["device"])
    index = faiss.IndexFlatIP(cfg["index"]["dim"])
    lines = open(path).read().splitlines()
    vectors = model.encode(lines, batch_size=cfg["encoder"]["batch_size"], normalize_embeddings=True)
    index.add(vectors)


if __name__ == "__main__":
    main()
