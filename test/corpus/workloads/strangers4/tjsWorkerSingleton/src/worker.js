import { pipeline, env } from '@xenova/transformers';

// Skip local model check
env.allowLocalModels = false;

class TranslationPipeline {
  static task = 'translation';
  static model = 'Xenova/nllb-200-distilled-600M';
  static instance = null;

  static async getInstance(progress_callback = null) {
    if (this.instance === null) {
      this.instance = pipeline(this.task, this.model, { progress_callback });
    }
    return this.instance;
  }
}

self.addEventListener('message', async (event) => {
  const translator = await TranslationPipeline.getInstance((x) => self.postMessage(x));
  const output = await translator(event.data.text, {
    tgt_lang: event.data.tgt_lang,
    src_lang: event.data.src_lang,
  });
  self.postMessage({ status: 'complete', output });
});
