/** A value of GGUF metadata: a number is a 32-bit count, a list holds one kind. */
export type GgufValue =
	| string
	| number
	| boolean
	| readonly string[]
	| readonly number[]
	| readonly boolean[];

const types = { uint32: 4, bool: 7, string: 8, array: 9 } as const;

/**
 * A GGUF file of version 3 with this metadata and tensors of no size, followed by nothing
 * (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). `padTo`: bytes that it is filled up to with zeros.
 */
export function makeGguf(
	metadata: Readonly<Record<string, GgufValue>>,
	tensorNames: readonly string[] = [],
	padTo = 0,
): Buffer {
	const entries = Object.entries(metadata);
	const header = Buffer.concat([
		Buffer.from("GGUF"),
		writeUint32(3),
		writeUint64(tensorNames.length),
		writeUint64(entries.length),
		...entries.flatMap(([key, value]) => [writeString(key), writeUint32(typeOf(value)), writeValue(value)]),
		...tensorNames.flatMap((name) => [
			writeString(name),
			writeUint32(1),
			writeUint64(1),
			writeUint32(0),
			writeUint64(0),
		]),
	]);
	return Buffer.concat([header, Buffer.alloc(Math.max(0, padTo - header.length))]);
}

function typeOf(value: GgufValue): number {
	if (typeof value === "string") {
		return types.string;
	}
	if (typeof value === "boolean") {
		return types.bool;
	}
	return typeof value === "number" ? types.uint32 : types.array;
}

function writeValue(value: GgufValue): Buffer {
	if (typeof value === "string") {
		return writeString(value);
	}
	if (typeof value === "boolean") {
		return Buffer.from([value ? 1 : 0]);
	}
	if (typeof value === "number") {
		return writeUint32(value);
	}
	const items: readonly GgufValue[] = value;
	return Buffer.concat([
		writeUint32(typeOf(items[0] ?? 0)),
		writeUint64(items.length),
		...items.map(writeValue),
	]);
}

function writeString(text: string): Buffer {
	const bytes = Buffer.from(text);
	return Buffer.concat([writeUint64(bytes.length), bytes]);
}

function writeUint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function writeUint64(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64LE(BigInt(value));
	return bytes;
}
