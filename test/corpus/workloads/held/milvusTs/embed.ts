import { MilvusClient, DataType } from "@zilliz/milvus2-sdk-node";
import { HfInference } from "@huggingface/inference";

const hf = new HfInference();
const milvus = new MilvusClient({ address: "localhost:19530" });

export async function setup(): Promise<void> {
	await milvus.createCollection({
		collection_name: "faq",
		fields: [
			{ name: "id", data_type: DataType.Int64, is_primary_key: true, autoID: true },
			{ name: "vector", data_type: DataType.FloatVector, dim: 768 },
		],
	});
}

export const embed = (inputs: string) => hf.featureExtraction({ model: "intfloat/e5-base-v2", inputs });
