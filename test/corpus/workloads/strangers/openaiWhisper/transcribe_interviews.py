import argparse
from pathlib import Path

import whisper


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="medium")
    args = parser.parse_args()
    model = whisper.load_model(args.model, device="cpu")
    for path in sorted(args.folder.glob("*.mp3")):
        result = model.transcribe(str(path), language="es", fp16=False, verbose=False)
        path.with_suffix(".txt").write_text(result["text"])


if __name__ == "__main__":
    main()
