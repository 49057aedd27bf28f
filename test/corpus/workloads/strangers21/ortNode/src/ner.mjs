import * as ort from "onnxruntime-node";
import { AutoTokenizer } from "@huggingface/transformers";

const tokenizer = await AutoTokenizer.from_pretrained("dslim/bert-base-NER");
const session = await ort.InferenceSession.create("./models/bert-ner/model_quantized.onnx", {
  executionProviders: ["cpu"],
});

export async function tag(text) {
  const { input_ids, attention_mask } = await tokenizer(text);
  const { logits } = await session.run({
    input_ids: new ort.Tensor("int64", input_ids.data, input_ids.dims),
    attention_mask: new ort.Tensor("int64", attention_mask.data, attention_mask.dims),
  });
  return logits;
}
