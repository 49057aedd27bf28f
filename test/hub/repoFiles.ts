import type { HubFile, HubModel } from "./hubModel.ts";
import { makeReadme } from "./modelReply.ts";
import { type Reply, replyError, replyJson, replyRedirect } from "./reply.ts";
import { isRecord, readRecords, readText } from "./rowFields.ts";
import { hashStably } from "./stableHash.ts";

const TREE_LIMIT = 1000;
const EXPANDED_TREE_LIMIT = 100;
const COMMITS_LIMIT = 50;

/** Whether the repository has this branch, tag or commit. */
export function hasRevision(model: HubModel, revision: string): boolean {
	const refs = readRecords(model.row, "refs").map((ref) => readText(ref, "name"));
	return revision === "main" || revision === "HEAD" || revision === model.sha || refs.includes(revision);
}

export function refuseRevision(revision: string): Reply {
	return replyError(404, `Invalid rev id: ${revision}`, "RevisionNotFound");
}

/** `GET /api/models/{id}/tree/{rev}/{path}`: files and folders under a folder. */
export function listTree(model: HubModel, revision: string, folder: string, url: URL): Reply {
	const query = url.searchParams;
	const isExpanded = query.get("expand") === "true";
	const prefix = folder === "" ? "" : `${folder}/`;
	const inside = model.files.filter((file) => file.path.startsWith(prefix));
	if (inside.length === 0 && folder !== "") {
		return replyError(404, `${folder} does not exist on "${revision}"`, "EntryNotFound");
	}
	const isRecursive = query.get("recursive") === "true";
	const entries = new Map<string, Record<string, unknown>>();
	for (const file of inside) {
		const parts = file.path.slice(prefix.length).split("/");
		for (let depth = 1; depth < parts.length && (isRecursive || depth === 1); depth += 1) {
			const path = prefix + parts.slice(0, depth).join("/");
			const oid = hashStably(`tree ${model.id} ${path}`, 40);
			entries.set(path, { type: "directory", oid, size: 0, path });
		}
		if (isRecursive || parts.length === 1) {
			entries.set(file.path, describeEntry(model, file, isExpanded));
		}
	}
	const all = [...entries.values()];
	const ceiling = isExpanded ? EXPANDED_TREE_LIMIT : TREE_LIMIT;
	const limit = Math.min(Number(query.get("limit")) || ceiling, ceiling);
	const start = Number(Buffer.from(query.get("cursor") ?? "", "base64").toString()) || 0;
	const end = start + limit;
	const headers = end < all.length ? { Link: linkTo(url, "cursor", encodeStart(end)) } : {};
	return replyJson(all.slice(start, end), { ...headers, "X-Repo-Commit": model.sha });
}

function encodeStart(start: number): string {
	return Buffer.from(String(start)).toString("base64");
}

function linkTo(url: URL, name: string, value: string): string {
	const next = new URL(url);
	next.searchParams.set(name, value);
	return `<${next.href}>; rel="next"`;
}

function describeEntry(model: HubModel, file: HubFile, isExpanded: boolean): Record<string, unknown> {
	const size = file.sizeBytes ?? 0;
	return {
		type: "file",
		oid: file.blobId,
		size,
		...(file.isLfs ? { lfs: { oid: file.sha256, size, pointerSize: 134 } } : {}),
		path: file.path,
		...(isExpanded
			? {
					// What is changed after a model is released is its card, hardly ever its weights.
					lastCommit: {
						id: model.sha,
						title: "Upload",
						date: model.row[file.isLfs ? "createdAt" : "lastModified"],
					},
					securityFileStatus: { status: readFileStatus(model, file.path) },
				}
			: {}),
	};
}

function readFileStatus(model: HubModel, path: string): string {
	const status = model.row["securityRepoStatus"];
	if (!isRecord(status) || status["scansDone"] !== true) {
		return "unscanned";
	}
	const issue = readRecords(status, "filesWithIssues").find((file) => file["path"] === path);
	return (issue && readText(issue, "level")) ?? "safe";
}

/** `GET /api/models/{id}/commits/{rev}`: newest first, with the count of all in a header. */
export function listCommits(model: HubModel, url: URL): Reply {
	const commits = readCommits(model);
	const query = url.searchParams;
	const limit = Math.min(Number(query.get("limit")) || COMMITS_LIMIT, 1000);
	const page = Number(query.get("p")) || 0;
	const end = (page + 1) * limit;
	const headers = end < commits.length ? { Link: linkTo(url, "p", String(page + 1)) } : {};
	return replyJson(commits.slice(page * limit, end), {
		...headers,
		"X-Total-Count": String(commits.length),
	});
}

function readCommits(model: HubModel): readonly Record<string, unknown>[] {
	const author = { user: model.author, avatar: "/avatars/0.svg" };
	const listed = readRecords(model.row, "commits");
	const facts =
		listed.length > 0
			? listed.map((commit) => ({ title: readText(commit, "title"), date: readText(commit, "date") }))
			: [
					{ title: "Update README.md", date: readText(model.row, "lastModified") },
					{ title: "initial commit", date: readText(model.row, "createdAt") },
				];
	return facts.map(({ title, date }, index) => ({
		id: index === 0 ? model.sha : hashStably(`commit ${model.id} ${date} ${title}`, 40),
		title: title ?? "",
		message: "",
		authors: [author],
		date,
	}));
}

/** `GET /{id}/resolve/{rev}/{path}`: the text of small files; large ones are sent elsewhere, as on the Hub. */
export function resolveFile(model: HubModel, revision: string, path: string): Reply {
	const text = model.contents.get(path) ?? (path === "README.md" ? makeReadme(model) : undefined);
	const file = model.files.find((entry) => entry.path === path);
	const headers = { "X-Repo-Commit": model.sha };
	const bytes = model.blobs.get(path);
	if (bytes !== undefined) {
		return {
			status: 200,
			headers: { ...headers, "Accept-Ranges": "bytes" },
			body: { bytes, contentType: "application/octet-stream" },
		};
	}
	if (text !== undefined) {
		return {
			status: 200,
			headers: {
				...headers,
				"Accept-Ranges": "bytes",
				"Content-Disposition": `inline; filename="${path.split("/").at(-1)}"`,
			},
			body: { text, contentType: "text/plain; charset=utf-8" },
		};
	}
	if (file === undefined) {
		return replyError(404, `Entry not found: ${path} on ${revision}`, "EntryNotFound");
	}
	return replyRedirect(302, `/__large/${file.sha256}`, {
		...headers,
		"X-Linked-Size": String(file.sizeBytes ?? 0),
		"X-Linked-ETag": `"${file.sha256}"`,
	});
}
