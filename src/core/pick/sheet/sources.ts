/** Folders in which nobody's own code is. */
export const skippedFolders: ReadonlySet<string> = new Set([
	"node_modules",
	".git",
	".venv",
	"venv",
	"env",
	"__pycache__",
	"site-packages",
	"dist",
	"build",
	"out",
	"target",
	"vendor",
	".next",
	".mypy_cache",
	".ipynb_checkpoints",
	"coverage",
]);

/** More files than this make no workload clearer. */
export const mostFiles = 400;

const manifest =
	/^(?:(?:dev-)?requirements[\w.-]*\.(?:txt|in)|pyproject\.toml|pipfile|setup\.(?:py|cfg)|environment\.ya?ml|conda\.ya?ml|package\.json|(?:dockerfile|containerfile)[\w.-]*|[\w.-]*\.dockerfile|(?:docker-)?compose[\w.-]*\.ya?ml|values[\w.-]*\.ya?ml|modelfile|procfile|makefile|(?:(?!tsconfig|jsconfig)[\w.-]*(?:config|settings|mapping|index|schema|params|model)[\w.-]*|default|development|production|local|base)\.json|\.env[\w.-]*)$/i;
const code =
	/\.(?:py|ipynb|js|mjs|cjs|jsx|ts|mts|cts|tsx|vue|svelte|go|rs|java|kt|cs|swift|php|rb|sql|sh|bash|slurm|sbatch|service|ya?ml|toml|ini|pbtxt|prisma|tf|env)$/i;
const generated =
	/(?:\.min\.js|\.d\.ts|\.lock|-lock\.(?:json|ya?ml)|\.test\.\w+|\.spec\.\w+)$|^test_|^conftest\.py$/i;

/** Manifests of a workspace, by the glob that finds them. Groups within groups find nothing in VS Code. */
export const manifestGlob =
	"**/{requirements*.txt,requirements*.in,pyproject.toml,Pipfile,setup.cfg,environment.yml,environment.yaml,package.json,Dockerfile*,*.dockerfile,docker-compose*.yml,docker-compose*.yaml,compose*.yml,compose*.yaml,values*.yaml,values*.yml,.env,.env.example,config.py,config.ts,config.json,config.yaml,config.yml,config.toml,settings.py,settings.json,settings.yaml,settings.yml,settings.toml,constants.py,constants.ts}";

/** Whether a file, by its name, may say something of the models that are used. */
export function isSource(name: string): boolean {
	return manifest.test(name) || (code.test(name) && !generated.test(name));
}

/** The place of a file among the others of a workspace, by its path: manifests first, and what is not deep. */
export function rankSource(path: string): number {
	const parts = path.split("/");
	const name = parts.at(-1) ?? path;
	const isAside = parts.some((part) =>
		/^(?:tests?|examples?|docs?|samples?|benchmarks?|scripts)$/i.test(part),
	);
	return (manifest.test(name) ? 0 : 10) + parts.length + (isAside ? 20 : 0);
}
