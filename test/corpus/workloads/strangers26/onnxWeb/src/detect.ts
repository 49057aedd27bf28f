import * as ort from "onnxruntime-web/webgpu";

ort.env.wasm.numThreads = 4;
const session = await ort.InferenceSession.create("/models/yolov8n.onnx", { executionProviders: ["webgpu", "wasm"] });

export async function detect(pixels: Float32Array) {
  const { output0 } = await session.run({ images: new ort.Tensor("float32", pixels, [1, 3, 640, 640]) });
  return output0.data;
}
