import { pipeline, type FeatureExtractionPipeline } from "@huggingface/transformers";

let extractor: FeatureExtractionPipeline | undefined;

export async function embed(texts: string[]): Promise<number[][]> {
	extractor ??= await pipeline("feature-extraction", "Xenova/multilingual-e5-small", {
		dtype: "q8",
		device: "webgpu",
	});
	const output = await extractor(texts, { pooling: "mean", normalize: true });
	return output.tolist();
}
