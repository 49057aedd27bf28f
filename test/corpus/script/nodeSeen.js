const model = "mdl/123"; const repo = "owner/repo";
fetch(`https://huggingface.co/${org}/${name}`);
const t = "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/main/tokenizer.json";
const cdn = "https://cdn.jsdelivr.net/npm/@xenova/transformers@2.6.0";
