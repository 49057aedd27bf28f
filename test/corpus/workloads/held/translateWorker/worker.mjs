import { pipeline } from '@xenova/transformers';

const translator = await pipeline('translation', 'Xenova/nllb-200-distilled-600M');

self.addEventListener('message', async (event) => {
  const output = await translator(event.data.text, {
    src_lang: 'eng_Latn',
    tgt_lang: 'pol_Latn',
  });
  self.postMessage(output[0].translation_text);
});
