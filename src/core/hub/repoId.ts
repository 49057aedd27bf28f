const repoIdPattern = /^[\w.-]{1,96}(\/[\w.-]{1,96})?$/;

/**
 * Whether a string is a repository id: `owner/name`, or a bare `name` as the oldest models have it. Anything else
 * (markup, `..`, a slash too many) is refused, so that an id can stand in a URL, in code and on the screen.
 */
export function isRepoId(text: string): boolean {
	return repoIdPattern.test(text) && text.split("/").every((part) => /[^.]/.test(part));
}
