import nameWords from "./nameWords.json" with { type: "json" };

/** What a name says of what it holds. */
export type NameRole = "model" | "perhapsModel" | "hub" | "other" | "neutral";

const tail: ReadonlySet<string> = new Set(nameWords.tail);
const model: ReadonlySet<string> = new Set(nameWords.model);
const hub: ReadonlySet<string> = new Set(nameWords.hub);
const other: ReadonlySet<string> = new Set(nameWords.other);
const roles = new Map<string, NameRole>();
const mostRemembered = 5_000;

/**
 * Whether a variable, argument, key or flag holds a model, by its words: `EMBEDDING_MODEL`, `baseModelId`,
 * `--draft-model` do, `model_dir` and `dataset_name` do not, and `name` does not say.
 */
export function readNameRole(name: string): NameRole {
	const known = roles.get(name);
	if (known !== undefined) {
		return known;
	}
	const role = decide(splitWords(name));
	if (roles.size < mostRemembered) {
		roles.set(name, role);
	}
	return role;
}

/** Words of a name in any case, in lower case. */
export function splitWords(name: string): readonly string[] {
	return name
		.slice(-100)
		.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
		.replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
		.toLowerCase()
		.split(/[^a-z\d]+/)
		.filter((each) => each !== "");
}

function decide(words: readonly string[]): NameRole {
	if (/^(?:url|uri)s?$/.test(words.at(-1) ?? "") && /^(?:model|tokenizer)$/.test(words.at(-2) ?? "")) {
		return "perhapsModel";
	}
	if (/^(?:type|ref|reference|tag)$/.test(words.at(-1) ?? "") && words.at(-2) === "model") {
		return "perhapsModel";
	}
	let isCertain = true;
	for (let at = words.length - 1; at >= 0; at--) {
		const word = (words[at] ?? "").replace(/\d+$/, (digits) =>
			digits.length === (words[at] ?? "").length ? digits : "",
		);
		if (model.has(word) || model.has(words[at] ?? "")) {
			const isPath = words.some((each) => each === "path" || each === "paths") && !words.includes("or");
			return isCertain && !isPath ? "model" : "perhapsModel";
		}
		if (hub.has(word)) {
			return words.some((each) => other.has(each)) ? "other" : "hub";
		}
		if (other.has(word)) {
			return "other";
		}
		isCertain &&= tail.has(word);
	}
	return "neutral";
}
