import { canSee, refuseBadToken, refuseFiles, refuseMissing, type Visitor } from "./access.ts";
import type { DataSet } from "./dataSet.ts";
import { listTrending, searchQuickly } from "./discovery.ts";
import { readExpand } from "./expand.ts";
import type { HubModel } from "./hubModel.ts";
import { listModels } from "./listModels.ts";
import { isOn, makeModelReply, readSecurityStatus } from "./modelReply.ts";
import type { Bucket } from "./rateWindow.ts";
import { type Reply, replyError, replyJson, replyRedirect } from "./reply.ts";
import { hasRevision, listCommits, listTree, refuseRevision, resolveFile } from "./repoFiles.ts";
import { listTagsByType } from "./tagCatalog.ts";

/** What a request asks of the data. */
export interface RouteContext {
	readonly data: DataSet;
	readonly url: URL;
	readonly visitor: Visitor;
	readonly isBaseModelsListable: boolean;
}

/** The rate-limit bucket that a path draws from. */
export function chooseBucket(pathname: string): Bucket {
	if (pathname.startsWith("/api/")) {
		return "api";
	}
	return pathname.includes("/resolve/") ? "resolvers" : "pages";
}

/** Answers a request as the Hub would. */
export function route(context: RouteContext): Reply {
	const { data, url, visitor } = context;
	if (visitor.kind === "badToken") {
		return refuseBadToken();
	}
	const segments = readSegments(url.pathname);
	if (segments === undefined) {
		return replyError(400, "Invalid URL");
	}
	switch (url.pathname) {
		case "/api/models":
			return listModels(data, url, context.isBaseModelsListable);
		case "/api/models-tags-by-type": {
			const tags = listTagsByType(data.models, url.searchParams.get("type"));
			return tags === undefined ? replyError(400, "Invalid type parameter") : replyJson(tags);
		}
		case "/api/quicksearch":
			return searchQuickly(data, url.searchParams);
		case "/api/trending":
			return listTrending(data, url.searchParams);
		case "/api/whoami-v2":
			return describeVisitor(visitor);
	}
	const resolveAt = segments.indexOf("resolve");
	if (segments[0] === "api" && segments[1] === "models") {
		return routeModel(context, segments.slice(2));
	}
	if (resolveAt === 1 || resolveAt === 2) {
		return routeResolve(context, segments, resolveAt);
	}
	return replyError(404, "Sorry, we can't find the page you are looking for.");
}

/** Decoded path segments; `undefined` when one is not decodable. */
function readSegments(pathname: string): readonly string[] | undefined {
	try {
		return pathname.split("/").slice(1).map(decodeURIComponent);
	} catch {
		return undefined;
	}
}

const MODEL_PARTS = ["revision", "tree", "commits", "scan", "refs"];

function routeModel(context: RouteContext, segments: readonly string[]): Reply {
	const { url, visitor } = context;
	// An id of the early days has one segment, all others two.
	const idLength = segments.length === 1 || MODEL_PARTS.includes(segments[1] ?? "") ? 1 : 2;
	const id = segments.slice(0, idLength).join("/");
	const [part, revision, ...path] = segments.slice(idLength);
	const found = findModel(context, id, "/api/models/", segments.slice(idLength));
	if ("reply" in found) {
		return found.reply;
	}
	const { model } = found;
	if (part === undefined) {
		return replyModel(context, model);
	}
	if (part === "scan" && revision === undefined) {
		return replyJson(readSecurityStatus(model));
	}
	if (part === "refs" && revision === undefined) {
		const branch = { name: "main", ref: "refs/heads/main", targetCommit: model.sha };
		return replyJson({ branches: [branch], tags: [], converts: [] });
	}
	if (!MODEL_PARTS.includes(part) || revision === undefined) {
		return replyError(404, "Sorry, we can't find the page you are looking for.");
	}
	if (part === "revision") {
		return hasRevision(model, revision) ? replyModel(context, model) : refuseRevision(revision);
	}
	const refusal = refuseFiles(model, visitor);
	if (refusal !== undefined) {
		return refusal;
	}
	if (!hasRevision(model, revision)) {
		return refuseRevision(revision);
	}
	return part === "tree"
		? listTree(model, revision, path.filter((name) => name !== "").join("/"), url)
		: listCommits(model, url);
}

function routeResolve(context: RouteContext, segments: readonly string[], resolveAt: number): Reply {
	const id = segments.slice(0, resolveAt).join("/");
	const [revision, ...path] = segments.slice(resolveAt + 1);
	const found = findModel(context, id, "/", segments.slice(resolveAt));
	if ("reply" in found) {
		return found.reply;
	}
	const refusal = refuseFiles(found.model, context.visitor);
	if (refusal !== undefined) {
		return refusal;
	}
	if (revision === undefined || !hasRevision(found.model, revision)) {
		return refuseRevision(revision ?? "");
	}
	return resolveFile(found.model, revision, path.join("/"));
}

/** The model, or the redirect of a former or wrong-case id, or the refusal of one that is missing. */
function findModel(
	context: RouteContext,
	id: string,
	before: string,
	after: readonly string[],
): { readonly model: HubModel } | { readonly reply: Reply } {
	const { data, url, visitor } = context;
	const model = data.find(id);
	if (model !== undefined && canSee(model, visitor)) {
		return { model };
	}
	const movedTo = data.findRedirect(id);
	const target = movedTo === undefined ? undefined : data.find(movedTo);
	if (model === undefined && target !== undefined && canSee(target, visitor)) {
		const rest = after.map((segment) => `/${encodeURIComponent(segment)}`).join("");
		const path = before + target.id.split("/").map(encodeURIComponent).join("/");
		return { reply: replyRedirect(307, path + rest + url.search) };
	}
	return { reply: refuseMissing(visitor) };
}

/** `?revision=` is ignored: a revision is read from the path alone. */
function replyModel(context: RouteContext, model: HubModel): Reply {
	const { data, url, isBaseModelsListable } = context;
	const expand = readExpand(url.searchParams, "model", isBaseModelsListable);
	if (expand.kind === "refused") {
		return expand.reply;
	}
	return replyJson(
		makeModelReply(data, model, {
			fields: expand.kind === "fields" ? expand.fields : undefined,
			hasBlobs: isOn(url.searchParams, "blobs"),
			hasSecurityStatus: isOn(url.searchParams, "securityStatus"),
		}),
		{ "X-Repo-Commit": model.sha },
	);
}

function describeVisitor(visitor: Visitor): Reply {
	if (visitor.kind !== "account") {
		return replyError(401, "Invalid username or password.");
	}
	const { account } = visitor;
	return replyJson({
		type: "user",
		id: "65a000000000000000000001",
		name: account.name,
		fullname: account.name,
		email: null,
		canPay: false,
		avatarUrl: "/avatars/0.svg",
		periodEnd: null,
		isPro: account.isPro,
		orgs: [],
		auth: {
			type: "access_token",
			accessToken: { displayName: "test", role: account.role, createdAt: "2026-01-01T00:00:00.000Z" },
		},
	});
}
