/** A repository's ID in its parts. Legacy models have no owner. */
export interface RepoIdParts {
	readonly owner?: string;
	readonly name: string;
}

/**
 * One part: word characters, `-` and `.`, at most 96, beginning and ending with a word character. From `validate_repo_id`
 * of huggingface_hub (2026-08-20), narrowed to ASCII as the Hub accepts it.
 * https://github.com/huggingface/huggingface_hub/blob/main/src/huggingface_hub/utils/_validators.py
 */
const part = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,94}[A-Za-z0-9_])?$/;

/** The parts of a well-formed `owner/name` or legacy `name`, in any case; `undefined` for any other text. */
export function parseRepoId(text: string): RepoIdParts | undefined {
	const parts = text.split("/");
	if (parts.length > 2 || !parts.every((each) => part.test(each))) {
		return undefined;
	}
	if (text.includes("--") || text.includes("..") || text.endsWith(".git")) {
		return undefined;
	}
	const [first = "", second] = parts;
	return second === undefined ? { name: first } : { owner: first, name: second };
}

/** Whether a text is well formed as a repository's ID. It says nothing about whether one exists. */
export function isRepoId(text: string): boolean {
	return parseRepoId(text) !== undefined;
}
