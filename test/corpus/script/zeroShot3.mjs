import { pipeline } from '@huggingface/transformers';
import path from 'node:path';
import { readFile } from 'fs/promises';

const classifier = await pipeline('zero-shot-classification', 'Xenova/nli-deberta-v3-xsmall');
const sentiment = await pipeline("sentiment-analysis", "Xenova/distilbert-base-uncased-finetuned-sst-2-english", {
  revision: "onnx",
  dtype: "q8",
});
const text = await readFile(path.join('data', 'post.txt'), 'utf8');
const labels = ['yes/no', 'billing/refund', 'other'];
console.log(await classifier(text, labels), text.split(/\s+/).length / 2, 'ratio w/h');
