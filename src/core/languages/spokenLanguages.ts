import type { Model } from "../model/model.ts";
import table from "./publishedLanguages.json" with { type: "json" };

/** The natural languages that a model handles, and who says so. */
export interface SpokenLanguages {
	/** ISO 639 codes in lower case, or `multilingual`; at least one. */
	readonly codes: readonly string[];
	/** What its makers publish where its card tags nothing; absent: the card's tags. */
	readonly published?: PublishedLanguages;
}

/** A statement of makers on the languages of their models. */
export interface PublishedLanguages {
	/** In their words. */
	readonly says: string;
	/** Where they say it. */
	readonly source: string;
	/** When, as `YYYY-MM` or `YYYY-MM-DD`. */
	readonly date: string;
}

interface Family {
	readonly names: RegExp;
	readonly codes: readonly string[];
	readonly published: PublishedLanguages;
}

/** By owner, in lower case; made when first asked for. */
let families: ReadonlyMap<string, readonly Family[]> | undefined;

/**
 * The languages that a model handles: those that its card tags, where it names them; else those that its makers publish
 * (`publishedLanguages.json`, with source and date), of a quantization those of what it was made from; else a bare
 * `multilingual`. A fine-tune's are its own to state. `undefined`: nobody says.
 */
export function findSpokenLanguages({
	repoId,
	languages = [],
	baseModels,
}: Pick<Model, "repoId" | "languages" | "baseModels">): SpokenLanguages | undefined {
	if (languages.length > 0 && !languages.includes("multilingual")) {
		return { codes: languages };
	}
	const originals = baseModels?.relation === "quantized" ? baseModels.repoIds : [];
	for (const name of [repoId, ...originals]) {
		const family = findFamily(name);
		if (family !== undefined) {
			const codes = [...new Set([...languages, ...family.codes])];
			return { codes, published: family.published };
		}
	}
	return languages.length > 0 ? { codes: languages } : undefined;
}

function findFamily(repoId: string): Family | undefined {
	families ??= readTable();
	const name = repoId.toLowerCase();
	return families.get(name.slice(0, name.indexOf("/")))?.find(({ names }) => names.test(name));
}

function readTable(): ReadonlyMap<string, readonly Family[]> {
	const byOwner = new Map<string, Family[]>();
	for (const { models, languages, says, source, published } of table.families) {
		for (const model of models) {
			const name = model.toLowerCase();
			const owner = name.slice(0, name.indexOf("/"));
			const escaped = name.replaceAll(/[.+?^$|()[\]{}\\]/g, "\\$&").replaceAll("*", ".*");
			byOwner.set(owner, [
				...(byOwner.get(owner) ?? []),
				{
					names: new RegExp(`^${escaped}$`),
					codes: languages.split(" "),
					published: { says, source, date: published },
				},
			]);
		}
	}
	return byOwner;
}
