from datasets import Dataset, concatenate_datasets, load_dataset, load_from_disk

SOURCES = {
    "chat": "HuggingFaceH4/ultrachat_200k",
    "math": "stanfordnlp/imdb",
}
dataset_id = "HuggingFaceH4/ultrachat_200k"
eval_dataset = "stanfordnlp/imdb"
train = concatenate_datasets([load_dataset(s, split="train") for s in SOURCES.values()])
extra = load_dataset(dataset_id, name="all", data_dir="data/de", streaming=True)
disk = load_from_disk("data/processed")
train.push_to_hub("acme-nlp/blend-dataset")
Dataset.from_list([{"a": 1}]).to_json("data/out.jsonl")
