import { downloadFile, listFiles, modelInfo, snapshotDownload, uploadFiles } from "@huggingface/hub";

const info = await modelInfo({ name: "google/gemma-2-9b-it" });
const file = await downloadFile({ repo: "ggml-org/gemma-3-4b-it-GGUF", path: "README.md", revision: "v1.1" });
for await (const entry of listFiles({ repo: { type: "dataset", name: "allenai/c4" } })) {
  console.log(entry.path);
}
for await (const entry of listFiles({ repo: "spaces/b-org/demo" })) {
  console.log(entry.path);
}
await snapshotDownload({ repo: "intfloat/multilingual-e5-large" });
console.log(info, file);
