/**
 * Places that say how long the vectors of a store are: Qdrant, Pinecone, Milvus, FAISS, pgvector, Elasticsearch, and names that say it
 * themselves. From their documentation, 2026-08.
 */
const places =
	/(?:VectorParams\(\s*size|\bvector_size|\bembedding_?(?:dim(?:ension)?s?|size)|\bembed_dim|\bdense_vector\b[^}]{0,60}?\bdims|\bcreate_index\([^)]{0,200}?\bdimension|\bServerlessSpec\b[^)]{0,120}?\bdimension|\bFLOAT_VECTOR\b[^)]{0,80}?\bdim)["']?\s*(?::\s*int\s*)?[=:]\s*(\d{2,5})\b|(?:\bIndex(?:FlatL2|FlatIP|HNSWFlat|LSH)|\bvector)\(\s*(\d{2,5})\b/gi;
const cut = /truncate_dim|matryoshka|output_dimension/i;

/**
 * How many dimensions the vector store of a text holds; `undefined` where it does not say, says several, or where vectors are cut to
 * a length.
 */
export function findStoreDimension(text: string): number | undefined {
	if (cut.test(text)) {
		return undefined;
	}
	const found = new Set<number>();
	for (const match of text.matchAll(places)) {
		found.add(Number(match[1] ?? match[2]));
	}
	const [dimension, another] = found;
	return another === undefined ? dimension : undefined;
}
