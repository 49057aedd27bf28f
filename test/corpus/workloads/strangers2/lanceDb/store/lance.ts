import * as lancedb from "@lancedb/lancedb";
import { pipeline } from "@huggingface/transformers";

const db = await lancedb.connect("data/vectors");
const embed = await pipeline("feature-extraction", "mixedbread-ai/mxbai-embed-xsmall-v1", { device: "cpu", dtype: "q8" });

export async function add(rows: { id: string; text: string }[]) {
	const data = await Promise.all(
		rows.map(async (row) => ({ ...row, vector: (await embed(row.text, { pooling: "mean", normalize: true })).tolist()[0] })),
	);
	return db.createTable("rows", data, { mode: "overwrite" });
}
