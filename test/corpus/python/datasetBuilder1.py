from datasets import Dataset, concatenate_datasets, load_dataset, load_from_disk

SOURCES = {
    "chat": "tatsu-lab/alpaca",
    "math": "Open-Orca/OpenOrca",
}
dataset_id = "tatsu-lab/alpaca"
eval_dataset = "Open-Orca/OpenOrca"
train = concatenate_datasets([load_dataset(s, split="train") for s in SOURCES.values()])
extra = load_dataset(dataset_id, name="all", data_dir="data/en", streaming=True)
disk = load_from_disk("data/processed")
train.push_to_hub("acme-nlp/mix-dataset")
Dataset.from_list([{"a": 1}]).to_json("data/out.jsonl")
