const ve: VectorEmbedding = {
  id: 'emb-1',
  modelName: 'Xenova/all-MiniLM-L6-v2',
  dimensions: 384,
};
return new TransformersEmbeddings({ model: "Xenova/jina-embeddings-v2-small-en" });
Url = "https://huggingface.co/Xenova/modnet/resolve/main/onnx/model.onnx";
User.find().populate({ path: 'specialization', model: 'Option' });
const plan: Plate = { brand: 'Toyota', model: 'Avanza' };
