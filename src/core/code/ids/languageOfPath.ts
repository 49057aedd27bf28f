const byEnding: ReadonlyMap<string, string> = new Map(
	Object.entries({
		py: "python",
		pyi: "python",
		ipynb: "ipynb",
		js: "javascript",
		mjs: "javascript",
		cjs: "javascript",
		jsx: "javascriptreact",
		ts: "typescript",
		mts: "typescript",
		cts: "typescript",
		tsx: "typescriptreact",
		json: "json",
		jsonc: "jsonc",
		json5: "json5",
		yaml: "yaml",
		yml: "yaml",
		toml: "toml",
		sh: "shellscript",
		bash: "shellscript",
		zsh: "shellscript",
		slurm: "shellscript",
		sbatch: "shellscript",
		env: "dotenv",
		dockerfile: "dockerfile",
		containerfile: "dockerfile",
		md: "markdown",
		markdown: "markdown",
		mdx: "mdx",
	}),
);

/** The language id of a file in which IDs are looked for, by its path; `undefined` for other files. */
export function findLanguageOfPath(path: string): string | undefined {
	const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
	if (/^(?:dockerfile|containerfile)(?:\.|$)/.test(name)) {
		return "dockerfile";
	}
	if (/^\.env(?:\.|$)/.test(name)) {
		return "dotenv";
	}
	if (name === "makefile" || name.endsWith(".mk")) {
		return "makefile";
	}
	const dot = name.lastIndexOf(".");
	return dot === -1 ? undefined : byEnding.get(name.slice(dot + 1));
}
