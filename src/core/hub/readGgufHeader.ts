import { gguf } from "@huggingface/gguf";
import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";
import { guardErrors } from "./libraryFetch.ts";
import type { RevisionAt } from "./readWeightsDate.ts";
import type { ConfigFacts } from "./wire/mapConfig.ts";
import { mapGgufHeader } from "./wire/mapGgufHeader.ts";

/** A file of a repository at a revision. */
export interface FileAt extends RevisionAt {
	/** Path in the repository. */
	readonly file: string;
}

/** Headers are of 1 to 16 MB, most of it the vocabulary: pieces of which two are enough for most, and an end to it. */
const pieceBytes = 4_000_000;
const mostPieces = 6;

/** Reads and maps the header of a GGUF file of a repository (`HubClient.readGgufHeader`). */
export async function readGgufHeader(
	transport: HubTransport,
	{ repoId, revision = "main", file }: FileAt,
	options: HubCallOptions,
): Promise<ConfigFacts | undefined> {
	const path = [revision, ...file.split("/")].map(encodeURIComponent).join("/");
	const url = `${transport.endpoint.baseUrl}/${repoId}/resolve/${path}`;
	const pieces = new Pieces(transport, url, options);
	const header = await guardErrors(() =>
		gguf(url, {
			fetch: async (_, init) => {
				const [first, last] = readRange(init?.headers);
				const bytes = await pieces.read(first, last);
				return new Response(bytes, { status: 206, headers: pieces.describe(first, bytes.byteLength) });
			},
		}),
	);
	const [, endsAt] = header.tensorInfoByteRange;
	if (endsAt > pieces.readBytes) {
		throw new HubError("badResponse", "The header is longer than its file.");
	}
	return mapGgufHeader(
		{ ...header.metadata },
		header.tensorInfos.map(({ name }) => name),
	);
}

/** A file from its beginning, as far as it was asked for, in larger pieces than it is asked for. */
class Pieces {
	readonly #transport: HubTransport;
	readonly #url: string;
	readonly #options: HubCallOptions;
	readonly #pieces: Uint8Array[] = [];
	#fileBytes: number | undefined;

	constructor(transport: HubTransport, url: string, options: HubCallOptions) {
		this.#transport = transport;
		this.#url = url;
		this.#options = options;
	}

	/** Bytes that were read so far. */
	get readBytes(): number {
		return this.#pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
	}

	/** @throws HubError `badResponse` for what lies beyond the end, or further away than a header reaches. */
	async read(first: number, last: number): Promise<Uint8Array<ArrayBuffer>> {
		while (this.readBytes <= last && !this.#isAtEnd()) {
			if (this.#pieces.length === mostPieces) {
				throw new HubError("badResponse", "The header does not come to an end.");
			}
			const from = this.#pieces.length * pieceBytes;
			const { bytes, fileBytes } = await this.#transport.getRange(
				this.#url,
				from,
				from + pieceBytes - 1,
				this.#options,
			);
			this.#fileBytes = fileBytes ?? this.#fileBytes;
			this.#pieces.push(bytes);
			if (bytes.byteLength === 0) {
				break;
			}
		}
		if (first >= this.readBytes) {
			throw new HubError("badResponse", "The file ends before its header does.");
		}
		const whole = new Uint8Array(this.readBytes);
		let at = 0;
		for (const piece of this.#pieces) {
			whole.set(piece, at);
			at += piece.byteLength;
		}
		return whole.slice(first, last + 1);
	}

	describe(first: number, length: number): Record<string, string> {
		return this.#fileBytes === undefined
			? {}
			: { "Content-Range": `bytes ${first}-${first + length - 1}/${this.#fileBytes}` };
	}

	/** A piece that is not full is the last one. */
	#isAtEnd(): boolean {
		const last = this.#pieces.at(-1);
		return last !== undefined && last.byteLength < pieceBytes;
	}
}

function readRange(headers: HeadersInit | undefined): readonly [number, number] {
	const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(headers).get("Range") ?? "") ?? [];
	return [Number(first ?? 0), Number(last ?? 0)];
}
