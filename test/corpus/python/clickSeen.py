@click.option("--model", "-m", default="microsoft/DialoGPT-medium", show_default=True)
@click.option("--data-dir", default="data/x")
def main(model, data_dir):
    AutoTokenizer.from_pretrained(model)
