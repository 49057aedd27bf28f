import { downloadFile, listFiles, modelInfo, snapshotDownload, uploadFiles } from "@huggingface/hub";

const info = await modelInfo({ name: "01-ai/Yi-1.5-9B-Chat" });
const file = await downloadFile({ repo: "unsloth/Qwen3-8B-GGUF", path: "model.gguf", revision: "c0ffee1" });
for await (const entry of listFiles({ repo: { type: "dataset", name: "yahma/alpaca-cleaned" } })) {
  console.log(entry.path);
}
for await (const entry of listFiles({ repo: "spaces/c-org/demo" })) {
  console.log(entry.path);
}
await snapshotDownload({ repo: "google-bert/bert-base-uncased" });
console.log(info, file);
