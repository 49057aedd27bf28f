import * as v from "valibot";
import type { TensorFacts } from "../model/tensorFacts.ts";
import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";
import type { RevisionAt } from "./readWeightsDate.ts";
import { mapTensors, type TensorEntry } from "./wire/mapTensors.ts";

/** The files of one checkpoint set at a revision. */
export interface FilesAt extends RevisionAt {
	/** Paths in the repository. */
	readonly files: readonly string[];
	/** Bits of packed weights where the configuration tells them. */
	readonly declaredBits?: number;
}

/** Most headers are shorter; of others the rest is asked for, up to an end. */
const firstBytes = 1_000_000;
const mostHeaderBytes = 16_000_000;

/** The length of the header before it: a 64-bit number. */
const lengthBytes = 8;

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entrySchema = v.object({
	dtype: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{1,15}$/)),
	shape: v.pipe(v.array(size), v.maxLength(16)),
	data_offsets: v.tuple([size, size]),
});
const headerSchema = v.record(v.string(), v.unknown());

/**
 * Reads the headers of a checkpoint's safetensors files by ranges of them, one request a file or two
 * (https://huggingface.co/docs/safetensors, 2026-05; `HubClient.readTensors`).
 */
export async function readTensors(
	transport: HubTransport,
	{ repoId, revision = "main", files, declaredBits }: FilesAt,
	options: HubCallOptions,
): Promise<TensorFacts | undefined> {
	const entries = await Promise.all(
		files.map((file) => {
			const path = [revision, ...file.split("/")].map(encodeURIComponent).join("/");
			return readHeader(transport, `${transport.endpoint.baseUrl}/${repoId}/resolve/${path}`, options);
		}),
	);
	return mapTensors(entries.flat(), declaredBits);
}

async function readHeader(
	transport: HubTransport,
	url: string,
	options: HubCallOptions,
): Promise<readonly TensorEntry[]> {
	const first = await transport.getRange(url, 0, firstBytes - 1, options);
	if (first.bytes.byteLength < lengthBytes) {
		throw new HubError("badResponse", "The file ends before its header does.");
	}
	const view = new DataView(first.bytes.buffer, first.bytes.byteOffset, lengthBytes);
	const headerBytes = view.getBigUint64(0, true);
	if (headerBytes < 2n || headerBytes > BigInt(mostHeaderBytes)) {
		throw new HubError("badResponse", "The header of a safetensors file has no possible length.");
	}
	const end = lengthBytes + Number(headerBytes);
	const pieces = [first.bytes.subarray(lengthBytes, end)];
	if (end > first.bytes.byteLength) {
		const rest = await transport.getRange(url, first.bytes.byteLength, end - 1, options);
		pieces.push(rest.bytes);
	}
	const dataBytes = first.fileBytes === undefined ? undefined : first.fileBytes - end;
	return parseHeader(decode(pieces, Number(headerBytes)), dataBytes);
}

function decode(pieces: readonly Uint8Array[], length: number): string {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece.subarray(0, length - at), at);
		at += piece.byteLength;
	}
	if (at < length) {
		throw new HubError("badResponse", "The file ends before its header does.");
	}
	return new TextDecoder().decode(whole);
}

function parseHeader(text: string, dataBytes: number | undefined): readonly TensorEntry[] {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new HubError("badResponse", "The header of a safetensors file is not JSON.");
	}
	const header = v.safeParse(headerSchema, json);
	if (!header.success) {
		throw new HubError("badResponse", "The header of a safetensors file is no object.");
	}
	return Object.entries(header.output).flatMap(([name, value]): TensorEntry[] => {
		if (name === "__metadata__") {
			return [];
		}
		const entry = v.safeParse(entrySchema, value);
		const [begin = 0, end = -1] = entry.success ? entry.output.data_offsets : [];
		if (!entry.success || end < begin || (dataBytes !== undefined && end > dataBytes)) {
			throw new HubError("badResponse", "The header of a safetensors file names a tensor that cannot be.");
		}
		return [{ name, dtype: entry.output.dtype, shape: entry.output.shape, bytes: end - begin }];
	});
}
