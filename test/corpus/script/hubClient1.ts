import { downloadFile, listFiles, modelInfo, snapshotDownload, uploadFiles } from "@huggingface/hub";

const info = await modelInfo({ name: "teknium/OpenHermes-2.5-Mistral-7B" });
const file = await downloadFile({ repo: "Qwen/Qwen2.5-7B-Instruct-GGUF", path: "config.json", revision: "main" });
for await (const entry of listFiles({ repo: { type: "dataset", name: "timdettmers/openassistant-guanaco" } })) {
  console.log(entry.path);
}
for await (const entry of listFiles({ repo: "spaces/a-org/demo" })) {
  console.log(entry.path);
}
await snapshotDownload({ repo: "sdadas/mmlw-retrieval-roberta-large" });
console.log(info, file);
