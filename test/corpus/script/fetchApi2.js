const API_URL = "https://api-inference.huggingface.co/models/unitary/toxic-bert";
const ROUTER = "https://router.huggingface.co/hf-inference/models/BAAI/bge-m3/pipeline/feature-extraction";
const DOCS = "https://huggingface.co/docs/inference-providers";
const SPACE = "https://huggingface.co/spaces/stabilityai/stable-diffusion";

async function query(data) {
  const response = await fetch(API_URL, {
    headers: { Authorization: `Bearer ${process.env.HF_TOKEN}`, "Content-Type": "application/json" },
    method: "POST",
    body: JSON.stringify(data),
  });
  return await response.json();
}

async function file(repo) {
  return fetch(`https://huggingface.co/${repo}/resolve/main/config.json`);
}
export { query, file, ROUTER, DOCS, SPACE };
