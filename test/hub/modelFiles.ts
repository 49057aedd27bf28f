import type { HubFile } from "./hubModel.ts";
import { isRecord, type RawRow, readNumber, readRecords, readText } from "./rowFields.ts";
import { hashStably } from "./stableHash.ts";

const WEIGHT_PATTERN = /\.(safetensors|gguf|bin|pt|pth|ckpt|h5|onnx|msgpack|nemo|tflite|litertlm|npz)$/i;
const LFS_PATTERN = /(tokenizer\.json|\.model|\.png|\.jpg|\.mp4)$/i;

/** Bytes of one element of each dtype that appears in an unquantized repository. */
const ELEMENT_BYTES: Readonly<Record<string, number>> = {
	F64: 8,
	I64: 8,
	F32: 4,
	I32: 4,
	BF16: 2,
	F16: 2,
	I16: 2,
	F8_E4M3: 1,
	F8_E5M2: 1,
	I8: 1,
	U8: 1,
	BOOL: 1,
};

/** What packed weights are in; beside plain ones there are few of them: positions, masks. */
const PACKED_PATTERN = /^[IU](8|32)$/;
const MOST_BUFFERS = 0.01;

/** The files of a row; where it lists none, those that its other fields prove. */
export function listFiles(
	row: RawRow,
	id: string,
	contents: ReadonlyMap<string, string>,
): readonly HubFile[] {
	const byPath = new Map<string, HubFile>();
	const listed = readRecords(row, "siblings");
	for (const sibling of listed) {
		const path = readText(sibling, "rfilename");
		if (path !== undefined) {
			byPath.set(path, makeFile(id, path, readNumber(sibling, "size"), sibling));
		}
	}
	if (listed.length === 0) {
		for (const file of inferFiles(row, id)) {
			byPath.set(file.path, file);
		}
	}
	for (const [path, text] of contents) {
		const known = byPath.get(path);
		byPath.set(path, makeFile(id, path, known?.sizeBytes ?? Buffer.byteLength(text), {}));
	}
	return [...byPath.values()];
}

/** Bytes of the weight files, or `undefined` when one of them has no known size. */
export function sumWeights(files: readonly HubFile[]): number | undefined {
	let totalBytes: number | undefined;
	for (const file of files) {
		if (!WEIGHT_PATTERN.test(file.path)) {
			continue;
		}
		if (file.sizeBytes === undefined) {
			return undefined;
		}
		totalBytes = (totalBytes ?? 0) + file.sizeBytes;
	}
	return totalBytes;
}

function makeFile(id: string, path: string, sizeBytes: number | undefined, sibling: RawRow): HubFile {
	const isLarge = sizeBytes !== undefined && sizeBytes > 10_000_000;
	const lfs = isRecord(sibling["lfs"]) ? sibling["lfs"] : {};
	return {
		path,
		...(sizeBytes === undefined ? {} : { sizeBytes }),
		isLfs: isLarge || WEIGHT_PATTERN.test(path) || LFS_PATTERN.test(path),
		blobId: readText(sibling, "blobId") ?? hashStably(`blob ${id} ${path}`, 40),
		sha256: readText(lfs, "sha256") ?? hashStably(`lfs ${id} ${path}`, 64, "sha256"),
	};
}

function inferFiles(row: RawRow, id: string): readonly HubFile[] {
	const files = [makeFile(id, ".gitattributes", 1519, {}), makeFile(id, "README.md", undefined, {})];
	const safetensors = row["safetensors"];
	if (isRecord(safetensors)) {
		files.push(makeFile(id, "model.safetensors", countBytes(safetensors["parameters"]), {}));
	}
	const gguf = row["gguf"];
	if (isRecord(gguf)) {
		const name = id.slice(id.indexOf("/") + 1);
		files.push(makeFile(id, `${name}.gguf`, readNumber(gguf, "totalFileSize"), {}));
	}
	return files;
}

function countBytes(parameters: unknown): number | undefined {
	if (!isRecord(parameters)) {
		return undefined;
	}
	let bytes = 0;
	const counts = Object.values(parameters).filter((count) => typeof count === "number");
	const total = counts.reduce((sum, count) => sum + count, 0);
	for (const [dtype, count] of Object.entries(parameters)) {
		const elementBytes = ELEMENT_BYTES[dtype];
		if (elementBytes === undefined || typeof count !== "number") {
			return undefined;
		}
		// Packed weights are counted by what they hold or by what holds them: their bytes cannot be told.
		if (PACKED_PATTERN.test(dtype) && count > total * MOST_BUFFERS) {
			return undefined;
		}
		bytes += elementBytes * count;
	}
	return bytes;
}
