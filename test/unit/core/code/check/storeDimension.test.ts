import assert from "node:assert/strict";
import { findStoreDimension } from "../../../../../src/core/code/check/storeDimension.ts";

describe("the length of a vector store's vectors", () => {
	it("is read where stores are made and tables are defined", () => {
		for (const [text, dimension] of [
			["VectorParams(size=384, distance=d)", 384],
			["faiss.IndexFlatL2(768)", 768],
			["embedding = Column(Vector(384))", 384],
			["CREATE TABLE t (embedding vector(1024))", 1024],
			["EMBEDDING_DIM = 1024", 1024],
			["embedding_dim: int = 384", 384],
			["pc.create_index(name='x', dimension=1536, metric='c')", 1536],
			['"type": "dense_vector", "dims": 384', 384],
			["FieldSchema(name='e', dtype=DataType.FLOAT_VECTOR, dim=768)", 768],
		] as const) {
			assert.equal(findStoreDimension(text), dimension, text);
		}
	});

	it("is not known without one, with several, and where vectors are cut", () => {
		for (const text of [
			"dim = 3",
			"Vector3(100)",
			"Vector(384)\nVector(768)",
			"SentenceTransformer(m, truncate_dim=256)\nVectorParams(size=256)",
		]) {
			assert.equal(findStoreDimension(text), undefined, text);
		}
	});
});
