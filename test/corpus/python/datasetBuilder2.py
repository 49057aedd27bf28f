from datasets import Dataset, concatenate_datasets, load_dataset, load_from_disk

SOURCES = {
    "chat": "mlabonne/guanaco-llama2-1k",
    "math": "nvidia/OpenMathInstruct-1",
}
dataset_id = "mlabonne/guanaco-llama2-1k"
eval_dataset = "nvidia/OpenMathInstruct-1"
train = concatenate_datasets([load_dataset(s, split="train") for s in SOURCES.values()])
extra = load_dataset(dataset_id, name="all", data_dir="data/fr", streaming=True)
disk = load_from_disk("data/processed")
train.push_to_hub("acme-nlp/chat-dataset")
Dataset.from_list([{"a": 1}]).to_json("data/out.jsonl")
