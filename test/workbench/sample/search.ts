const modelId = "";

/** One vector a text, from an embedding server on this machine. */
export async function embed(texts: readonly string[]): Promise<number[][]> {
	const response = await fetch("http://127.0.0.1:8080/v1/embeddings", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ model: modelId, input: texts }),
	});
	const { data } = (await response.json()) as { data: { embedding: number[] }[] };
	return data.map(({ embedding }) => embedding);
}
