/** A tensor of a test's file: its dtype, its shape and how many bytes it takes. */
export type MadeTensor = readonly [dtype: string, shape: readonly number[], bytes: number];

/** The beginning of a safetensors file with these tensors (https://huggingface.co/docs/safetensors), and zeros for them. */
export function makeSafetensors(tensors: Readonly<Record<string, MadeTensor>>): Buffer {
	let at = 0;
	const entries = Object.entries(tensors).map(([name, [dtype, shape, bytes]]) => {
		const begin = at;
		at += bytes;
		return [name, { dtype, shape, data_offsets: [begin, at] }];
	});
	const header = { __metadata__: { format: "pt" }, ...Object.fromEntries(entries) };
	return withLength(JSON.stringify(header), at);
}

/** A header of any text before zeros. */
export function withLength(header: string, dataBytes = 0): Buffer {
	const text = Buffer.from(header);
	const length = Buffer.alloc(8);
	length.writeBigUInt64LE(BigInt(text.length));
	return Buffer.concat([length, text, Buffer.alloc(dataBytes)]);
}
