import { pipeline } from '@huggingface/transformers';
import path from 'node:path';
import { readFile } from 'fs/promises';

const classifier = await pipeline('zero-shot-classification', 'Xenova/bart-large-mnli');
const sentiment = await pipeline("sentiment-analysis", "Xenova/toxic-bert", {
  revision: "v2",
  dtype: "q8",
});
const text = await readFile(path.join('data', 'mail.txt'), 'utf8');
const labels = ['yes/no', 'billing/refund', 'other'];
console.log(await classifier(text, labels), text.split(/\s+/).length / 2, 'ratio w/h');
