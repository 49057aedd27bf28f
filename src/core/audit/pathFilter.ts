import ignore from "ignore";

/** Whether a path from the root, with `/`, is left out by patterns as in a `.gitignore` (`docs/**`, `*.ipynb`, `!keep.py`). */
export function createPathFilter(patterns: readonly string[]): (path: string) => boolean {
	if (patterns.length === 0) {
		return () => false;
	}
	const matcher = ignore({ allowRelativePaths: true }).add([...patterns]);
	return (path) => path !== "" && matcher.ignores(path);
}
