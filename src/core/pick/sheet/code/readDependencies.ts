import type { Clue } from "./clue.ts";
import { lineAt } from "./clue.ts";
import type { CodeText } from "./codeText.ts";
import table from "./libraries.json" with { type: "json" };

interface Named {
	readonly library?: string;
	readonly runtime?: string;
	readonly task?: string;
	readonly capability?: string;
}

interface PackageRow extends Named {
	readonly name: string;
	readonly imports?: readonly string[];
}

const packages: readonly PackageRow[] = table.packages;
const images: readonly (Named & { readonly image: string })[] = table.images;
const commands: readonly (Named & { readonly command: string })[] = table.commands;
const callRows: readonly (Named & { readonly pattern: string })[] = table.calls;
const calls = callRows.map((row) => ({ row, pattern: new RegExp(row.pattern, "gm") }));
const servers: ReadonlyMap<string, string> = new Map(Object.entries(table.settings));
/** A server by its name in a configuration: `provider = "ollama"`. */
const serverSetting =
	/\b(?:(?:llm|model|inference|chat)[_-]?)?(?:provider|backend|engine|runtime|rolling_batch)["']?\s*[:=]\s*["']?([\w.-]+)\b/gi;
/** What runs a model that Triton serves. */
const tritonBackend = /^(?:platform|backend)\s*:\s*"([a-z]+)/gm;
/** What is imported only to make numbers of words loads no model. */
const onlyTokenizers =
	/^[ \t]*from[ \t]+transformers[ \t]+import[ \t]+\(?\s*(?:\w*(?:Tokenizer(?:Fast)?|Streamer)\s*,?\s*)+\)?\s*$/m;
const byName: ReadonlyMap<string, PackageRow> = new Map(packages.map((row) => [normalize(row.name), row]));
const byImport: ReadonlyMap<string, PackageRow> = new Map(
	packages.flatMap((row) =>
		[row.name.replaceAll("-", "_"), ...(row.imports ?? [])].map((name) => [name, row] as const),
	),
);

const pythonImport = /^[ \t]*(?:from|import)[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)/gm;
const scriptImport =
	/(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'](?:npm:|https?:\/\/[\w.-]+\/(?:npm\/)?)?((?:@[\w.-]+\/)?[\w.-]+)(?:@[\d.^~]+)?((?:\/[\w./+-]*)?)["'?]/g;
const installed =
	/^[ \t]*(?:[!%][ \t]*)?(?:RUN\s+)?(?:\S.*&&\s*)?(?:python3? -m |uv )?pip3? install\s+(.+(?:\\\n.*)*)|--with[= ]([\w.,@/-]+)/gm;
const listedInstall = /\b(?:pip_install|uv_pip_install)\s*\(([^)]*)\)/g;

/** Libraries and servers that a file imports, depends on or starts, and what they are used for. */
export function readDependencies(
	text: CodeText,
	languageId: string | undefined,
	path: string,
): readonly Clue[] {
	const clues: Clue[] = [];
	const add = (row: Named | undefined, at: number, weight: number) => {
		if (row === undefined) {
			return;
		}
		const rest = { strength: "prefer", excerpt: lineAt(text, at), at } as const;
		if (row.task !== undefined) {
			clues.push({
				kind: "task",
				value: row.task,
				...rest,
				weight: weight / (row.task === "text-generation" ? 4 : row.task === "feature-extraction" ? 4.5 : 2),
			});
		}
		if (row.library !== undefined) {
			clues.push({ kind: "library", value: [row.library], ...rest, weight });
		}
		if (row.runtime !== undefined) {
			clues.push({ kind: "runtime", value: [row.runtime], ...rest, weight });
		}
		if (row.capability === "structuredOutput") {
			clues.push({ kind: "capability", value: row.capability, ...rest, weight });
		}
	};
	const { code } = text;
	if (languageId === "python" || languageId === "ipynb") {
		for (const match of code.matchAll(pythonImport)) {
			for (const name of (match[1] ?? "").split(",")) {
				const row = findImport(name.trim());
				if (row?.name !== "transformers" || !onlyTokenizers.test(lineAt(text, match.index))) {
					add(row, match.index + match[0].length - match[0].trimStart().length, 3);
				}
			}
		}
	} else {
		for (const match of code.matchAll(scriptImport)) {
			if (/\bimport\s*\{\s*(?:\w*Tokenizer\s*,?\s*)+\}/.test(lineAt(text, match.index))) {
				continue;
			}
			const isOllama = /\/ollama$/.test(match[2] ?? "");
			add(byName.get(isOllama ? "ollama" : normalize(match[1] ?? "")), match.index, 3);
		}
	}
	if (languageId === "modelfile") {
		add(byName.get("ollama"), 0, 3);
	}
	for (const { name, at } of listDependencies(code, languageId, path)) {
		const full = normalize(name);
		add(byName.get(full) ?? byName.get(full.replace(/\[.*$/, "")), at, 2);
	}
	for (const pattern of [installed, listedInstall]) {
		for (const match of code.matchAll(pattern)) {
			const listed = match[1] ?? match[2] ?? "";
			for (const name of listed.matchAll(/(?<![\w=/.-])[@\w][\w.@/-]*/g)) {
				const at = match.index + match[0].indexOf(listed) + name.index;
				add(byName.get(normalize(name[0])), at, 1);
			}
		}
	}
	for (const { pattern, row } of calls) {
		for (const match of code.matchAll(pattern)) {
			add(row, match.index, 3);
		}
	}
	for (const match of code.matchAll(serverSetting)) {
		const runtime = servers.get((match[1] ?? "").toLowerCase());
		if (runtime !== undefined) {
			add({ runtime, task: "text-generation" }, match.index, 2);
		}
	}
	for (const match of languageId === "pbtxt" ? code.matchAll(tritonBackend) : []) {
		add(
			table.triton.find(({ backend }) => backend === match[1]),
			match.index,
			3,
		);
	}
	for (const row of images) {
		const at = code.indexOf(row.image);
		const isStarted =
			/^(?:shellscript|makefile)$/.test(languageId ?? "") || /\b(?:docker|podman|apptainer) run\b/.test(code);
		if (at !== -1 && (isStarted || /\b(?:FROM|image|repository)\b/.test(lineAt(text, at)))) {
			add(row, at, 3);
		}
	}
	for (const row of commands) {
		const pattern = `(?<![\\w-])${row.command.replaceAll(".", "\\.").replaceAll(" ", "[ \"',]+")}(?![\\w-])`;
		// What is copied is not yet started.
		const started = code.search(new RegExp(`(?<!^(?:COPY|ADD)\\b.*)${pattern}`, "m"));
		const at = started === -1 ? code.search(new RegExp(pattern)) : started;
		if (at !== -1) {
			add(row, at, 3);
		}
	}
	return clues;
}

function findImport(name: string): PackageRow | undefined {
	const [head = ""] = name.split(".");
	return byImport.get(head) ?? byImport.get(name);
}

/** Names in a manifest, where the file is one. */
function listDependencies(
	code: string,
	languageId: string | undefined,
	path: string,
): readonly { readonly name: string; readonly at: number }[] {
	const file = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	if (file === "package.json") {
		return [...code.matchAll(/(?:^|[{,])\s*"((?:@[\w.-]+\/)?[\w.-]+)"\s*:\s*"[\^~>=<\d*a-z][^"]*"/gim)].map(
			(match) => ({
				name: match[1] ?? "",
				at: match.index + match[0].indexOf('"'),
			}),
		);
	}
	if (
		/^(?:requirements|constraints|dev-requirements).*\.(?:txt|in)$/.test(file) ||
		(/\.txt$/.test(file) && path.includes("requirements"))
	) {
		return findNames(code, /^[ \t]*([A-Za-z][\w.-]*(?:\[[\w,-]*\])?)(?=\s*(?:[=<>~!;@#]|$))/gm);
	}
	if (/^(?:pyproject\.toml|pipfile|setup\.cfg|setup\.py|environment\.ya?ml|conda\.ya?ml)$/.test(file)) {
		return findNames(
			code,
			/(?:["']|^[ \t]*-[ \t]+|^)([A-Za-z][\w.-]*(?:\[[\w,-]*\])?)(?=\s*(?:["']|[=<>~!^]|$))/gm,
		);
	}
	return languageId === "pip-requirements" ? findNames(code, /^[ \t]*([A-Za-z][\w.-]*)/gm) : [];
}

function findNames(code: string, pattern: RegExp): readonly { readonly name: string; readonly at: number }[] {
	return [...code.matchAll(pattern)].map((match) => ({
		name: match[1] ?? "",
		at: match.index + match[0].lastIndexOf(match[1] ?? ""),
	}));
}

function normalize(name: string): string {
	return name.toLowerCase().replaceAll("_", "-");
}
