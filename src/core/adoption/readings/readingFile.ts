import type { Reading } from "../derivatives.ts";
import { hashCounters } from "./hashCounters.ts";
import { packReadings, unpackReadings } from "./packReadings.ts";

/*
 * A file: "OMR1", then u32 numbers, little end first: length of the file, number of models, length of the index, checksum
 * of the index. Then the index, an entry a model: length of the key (u16), the key (UTF-8), number of readings,
 * minute and hash of the last one, length and checksum of its block. Then the blocks in the same order.
 */

const magic = 0x31_52_4d_4f;
const headerBytes = 20;
const entryBytes = 20;
const minuteMs = 60_000;

/** A model's readings as they lie in a file. */
export interface PackedBlock {
	readonly count: number;
	/** When the last one was read, to the minute. */
	readonly lastReadAtMs: number;
	/** `hashCounters` of the last one. */
	readonly lastHash: number;
	readonly bytes: Uint8Array;
}

/** Packs a model's readings, ascending by time. */
export function packBlock(readings: readonly Reading[]): PackedBlock {
	const last = readings.at(-1) ?? { readAtMs: 0 };
	return {
		count: readings.length,
		lastReadAtMs: last.readAtMs,
		lastHash: hashCounters(last),
		bytes: packReadings(readings),
	};
}

/** Readings by model in one file's bytes. Opening it reads the index alone; a model is unpacked when it is asked for. */
export class ReadingFile {
	readonly #blocks: ReadonlyMap<string, PackedBlock & { readonly checksum: number }>;

	readonly sizeBytes: number;

	private constructor(
		blocks: ReadonlyMap<string, PackedBlock & { readonly checksum: number }>,
		sizeBytes: number,
	) {
		this.#blocks = blocks;
		this.sizeBytes = sizeBytes;
	}

	/** `undefined` for bytes that are cut off, damaged in the index, or of another kind. */
	static open(bytes: Uint8Array): ReadingFile | undefined {
		if (bytes.length < headerBytes) {
			return undefined;
		}
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		const indexEnd = headerBytes + view.getUint32(12, true);
		const isWhole =
			view.getUint32(0, true) === magic &&
			view.getUint32(4, true) === bytes.length &&
			indexEnd <= bytes.length &&
			view.getUint32(16, true) === sumBytes(bytes.subarray(headerBytes, indexEnd));
		const blocks = isWhole ? readIndex(bytes, view, indexEnd) : undefined;
		return blocks === undefined ? undefined : new ReadingFile(blocks, bytes.length);
	}

	/** Keys of the models (`readingKey`). */
	get keys(): Iterable<string> {
		return this.#blocks.keys();
	}

	/** A model's packed readings, which another file can take over as they are; `undefined`: none. */
	getBlock(key: string): PackedBlock | undefined {
		return this.#blocks.get(key);
	}

	/** A model's readings ascending by time; empty where there are none, or where its block is damaged. */
	getReadings(key: string): readonly Reading[] {
		const block = this.#blocks.get(key);
		return block === undefined || block.checksum !== sumBytes(block.bytes)
			? []
			: (unpackReadings(block.bytes) ?? []);
	}
}

/** The bytes of a file with these models' readings. */
export function encodeReadingFile(blocks: ReadonlyMap<string, PackedBlock>): Uint8Array {
	const encoder = new TextEncoder();
	const entries = [...blocks].map(([key, block]) => ({ key: encoder.encode(key), block }));
	const indexBytes = entries.reduce((sum, { key }) => sum + 2 + key.length + entryBytes, 0);
	const blockBytes = entries.reduce((sum, { block }) => sum + block.bytes.length, 0);
	const bytes = new Uint8Array(headerBytes + indexBytes + blockBytes);
	const view = new DataView(bytes.buffer);
	let at = headerBytes;
	let blockAt = headerBytes + indexBytes;
	for (const { key, block } of entries) {
		view.setUint16(at, key.length, true);
		bytes.set(key, at + 2);
		at += 2 + key.length;
		view.setUint32(at, block.count, true);
		view.setUint32(at + 4, Math.floor(block.lastReadAtMs / minuteMs), true);
		view.setUint32(at + 8, block.lastHash, true);
		view.setUint32(at + 12, block.bytes.length, true);
		view.setUint32(at + 16, sumBytes(block.bytes), true);
		at += entryBytes;
		bytes.set(block.bytes, blockAt);
		blockAt += block.bytes.length;
	}
	view.setUint32(0, magic, true);
	view.setUint32(4, bytes.length, true);
	view.setUint32(8, entries.length, true);
	view.setUint32(12, indexBytes, true);
	view.setUint32(16, sumBytes(bytes.subarray(headerBytes, headerBytes + indexBytes)), true);
	return bytes;
}

function readIndex(
	bytes: Uint8Array,
	view: DataView,
	indexEnd: number,
): Map<string, PackedBlock & { readonly checksum: number }> | undefined {
	const decoder = new TextDecoder();
	const blocks = new Map<string, PackedBlock & { readonly checksum: number }>();
	let at = headerBytes;
	let blockAt = indexEnd;
	while (at + 2 <= indexEnd) {
		const keyEnd = at + 2 + view.getUint16(at, true);
		if (keyEnd + entryBytes > indexEnd) {
			return undefined;
		}
		const key = decoder.decode(bytes.subarray(at + 2, keyEnd));
		const blockEnd = blockAt + view.getUint32(keyEnd + 12, true);
		if (blockEnd > bytes.length) {
			return undefined;
		}
		blocks.set(key, {
			count: view.getUint32(keyEnd, true),
			lastReadAtMs: view.getUint32(keyEnd + 4, true) * minuteMs,
			lastHash: view.getUint32(keyEnd + 8, true),
			bytes: bytes.subarray(blockAt, blockEnd),
			checksum: view.getUint32(keyEnd + 16, true),
		});
		at = keyEnd + entryBytes;
		blockAt = blockEnd;
	}
	return blocks;
}

/** FNV-1a, 32 bits: it tells damage, not malice. http://www.isthe.com/chongo/tech/comp/fnv/ */
function sumBytes(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (const byte of bytes) {
		hash = Math.imul(hash ^ byte, 0x01000193);
	}
	return hash >>> 0;
}
