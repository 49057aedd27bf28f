import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { findModelIds } from "../../../../../src/core/code/ids/findModelIds.ts";
import { findLanguageOfPath } from "../../../../../src/core/code/ids/languageOfPath.ts";

/** An ID that stands in a file of the corpus; 1-based. */
export interface Label {
	readonly line: number;
	readonly column: number;
	readonly id: string;
	readonly revision?: string | undefined;
}

/** A file written in the style of real projects, with the IDs that stand in it. */
export interface CorpusFile {
	/** Below the corpus' folder. */
	readonly path: string;
	readonly languageId: string;
	readonly text: string;
	readonly labels: readonly Label[];
	/** The finder was not tuned on it. Files that differ in names only are on the same side. */
	readonly isHeldOut: boolean;
}

/** What a finder's answers are worth. */
export interface Score {
	readonly files: number;
	readonly labels: number;
	readonly precision: number;
	readonly recall: number;
	readonly revisionRecall: number;
	/** One line each: what was found and is none, and what was not found. */
	readonly mistakes: readonly string[];
}

const root = fileURLToPath(new URL("../../../../corpus", import.meta.url));
const labelsSchema = v.record(
	v.string(),
	v.array(
		v.object({ line: v.number(), column: v.number(), id: v.string(), revision: v.optional(v.string()) }),
	),
);

/** All files of the corpus. */
export function readCorpus(): readonly CorpusFile[] {
	return readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "labels.json")))
		.flatMap((entry) => readFolder(entry.name));
}

function readFolder(folder: string): readonly CorpusFile[] {
	const labels = v.parse(labelsSchema, JSON.parse(readFileSync(join(root, folder, "labels.json"), "utf8")));
	return Object.entries(labels).map(([name, own]) => {
		const languageId = findLanguageOfPath(name);
		if (languageId === undefined) {
			throw new Error(`${folder}/${name} has no language`);
		}
		return {
			path: `${folder}/${name}`,
			languageId,
			text: readFileSync(join(root, folder, name), "utf8"),
			labels: own,
			isHeldOut: hash(`${folder}/${name.replace(/\d*\.(\w+?)\d*$/, "")}`) % 2 === 1,
		};
	});
}

/** FNV-1a: the side that a file is on must not change with the files beside it. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const each of text) {
		value = Math.imul(value ^ (each.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	}
	return value >>> 3;
}

/** Precision and recall of the finder: an answer is right if the ID and its place are. */
export function scoreFinder(files: readonly CorpusFile[]): Score {
	let found = 0;
	let right = 0;
	let labels = 0;
	let revisions = 0;
	let rightRevisions = 0;
	const mistakes: string[] = [];
	for (const file of files) {
		const uses = new Map(findModelIds(file.text, file.languageId).map((use) => [keyOf(use), use]));
		const wanted = new Set(file.labels.map(keyOf));
		found += uses.size;
		labels += wanted.size;
		for (const label of file.labels) {
			const use = uses.get(keyOf(label));
			right += use === undefined ? 0 : 1;
			revisions += label.revision === undefined ? 0 : 1;
			rightRevisions += label.revision !== undefined && use?.revision === label.revision ? 1 : 0;
			if (use === undefined) {
				mistakes.push(`missed ${file.path}:${keyOf(label)}`);
			}
		}
		for (const [key, use] of uses) {
			if (!wanted.has(key)) {
				mistakes.push(`wrong  ${file.path}:${key} (${use.callSite})`);
			}
		}
	}
	return {
		files: files.length,
		labels,
		precision: right / found,
		recall: right / labels,
		revisionRecall: rightRevisions / revisions,
		mistakes,
	};
}

function keyOf({ line, column, id }: Label): string {
	return `${line}:${column} ${id}`;
}
