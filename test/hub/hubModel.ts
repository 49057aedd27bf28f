import type { RawRow } from "./rowFields.ts";

export type Relation = "adapter" | "merge" | "quantized" | "finetune";
export const RELATIONS: readonly Relation[] = ["adapter", "merge", "quantized", "finetune"];

/** One file of a repository. */
export interface HubFile {
	readonly path: string;
	/** Unknown where neither the data says it nor the parameter counts tell. */
	readonly sizeBytes?: number;
	readonly isLfs: boolean;
	readonly blobId: string;
	readonly sha256: string;
}

/** A model of the test Hub: the API's own fields, and what the server needs beside them. */
export interface HubModel {
	/** 24 hex digits. */
	readonly _id: string;
	readonly id: string;
	readonly author: string;
	readonly sha: string;
	readonly tags: readonly string[];
	/** Everything that `filter` matches: tags, task, library and base models. */
	readonly filterTags: ReadonlySet<string>;
	/** The row as loaded, in the API's names. */
	readonly row: RawRow;
	readonly files: readonly HubFile[];
	/** Text of the small files that `resolve` serves, by path. */
	readonly contents: ReadonlyMap<string, string>;
	/** Bytes of files that are no text, by path. */
	readonly blobs: ReadonlyMap<string, Uint8Array>;
	/** Ids that once led here. */
	readonly aliases: readonly string[];
	readonly relation: Relation | undefined;
	readonly baseModels: readonly { readonly _id: string; readonly id: string }[];
	/** Parameters as the server's range filter sees them. */
	readonly numParameters: number | undefined;
	/** Bytes of the weights. */
	readonly mainSizeBytes: number | undefined;
	readonly isPrivate: boolean;
	readonly isDisabled: boolean;
	readonly gated: false | "auto" | "manual";
}
