import { env, pipeline } from '@xenova/transformers';

env.cacheDir = './.cache';

const classify = await pipeline('zero-shot-classification', 'Xenova/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7', { quantized: true });

export async function triage(subject) {
  const { labels } = await classify(subject, ['refund', 'delivery', 'warranty'], { multi_label: false });
  return labels[0];
}
