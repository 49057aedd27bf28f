import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Account, DEFAULT_ACCOUNTS, readVisitor, type Visitor } from "./access.ts";
import { answerControl } from "./control.ts";
import { DataSet } from "./dataSet.ts";
import { FaultBook, type FaultRule } from "./faults.ts";
import { HUB_QUOTAS, type Quotas, RateWindow } from "./rateWindow.ts";
import { readConfigs, readRows } from "./readRows.ts";
import { replyError } from "./reply.ts";
import { type LoggedRequest, RequestLog } from "./requestLog.ts";
import { chooseBucket, route } from "./routes.ts";
import type { RawRow } from "./rowFields.ts";
import { sendReply } from "./sendReply.ts";

/** `require`, so that a bundler takes the file in while the compiler need not infer a type from all of it. */
const ownRows: readonly unknown[] = require("./models.json");

export interface HubOptions {
	/** 0 or absent: any free port. */
	readonly port?: number;
	/** Files of rows; with neither these nor `rows`, the set in the repository. */
	readonly dataPaths?: readonly string[];
	/** Rows in the API's names, before those of the files. Anything that is no model is served as it stands. */
	readonly rows?: readonly unknown[];
	/** A file of architecture facts from which `config.json` is made where a row has none. */
	readonly configsPath?: string;
	/** Requests to `/api` in a window, for everybody; the Hub's own figures when absent. */
	readonly quota?: number;
	/** 300 when absent. */
	readonly windowSeconds?: number;
	/** Added to every answer. */
	readonly delayMs?: number;
	/** Valid tokens; two of them when absent. */
	readonly accounts?: Readonly<Record<string, Account>>;
	/** `false`: a listing refuses `baseModels`, as in 2025. */
	readonly isBaseModelsListable?: boolean;
	/** The clock of the rate limit, ms since epoch. */
	readonly now?: () => number;
}

export interface HubServer {
	/** `http://127.0.0.1:PORT`, without a slash at the end. */
	readonly url: string;
	/** Every request so far, oldest first; requests to `/__…` are not among them. */
	readonly requests: readonly LoggedRequest[];
	readonly modelCount: number;
	clearRequests(): void;
	setFaults(rules: readonly FaultRule[]): void;
	clearFaults(): void;
	/** Changes fields of a model, in the API's names, while the server runs. */
	patchModel(id: string, patch: RawRow): void;
	/** Ends the server and every connection to it. */
	close(): Promise<void>;
}

/**
 * Starts a Hub on loopback that speaks the API of huggingface.co.
 * @throws Error when a data file cannot be read or the port is taken.
 */
export async function startHub(options: HubOptions = {}): Promise<HubServer> {
	const hub = new Hub(options);
	const server = createServer((request, response) => {
		hub.answer(request, response).catch((error: unknown) => {
			console.error("The test Hub failed to answer", request.url, error);
			response.destroy();
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(options.port ?? 0, "127.0.0.1", resolve);
	});
	const { port } = readAddress(server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		requests: hub.log.requests,
		modelCount: hub.data.size,
		clearRequests: () => hub.log.clear(),
		setFaults: (rules) => hub.faults.setRules(rules),
		clearFaults: () => hub.faults.setRules([]),
		patchModel: (id, patch) => hub.data.patchModel(id, patch),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function readAddress(address: string | AddressInfo | null): AddressInfo {
	if (address === null || typeof address === "string") {
		throw new Error("The test Hub listens on no port.");
	}
	return address;
}

class Hub {
	readonly data: DataSet;
	readonly faults = new FaultBook();
	readonly log = new RequestLog();
	readonly #options: HubOptions;
	readonly #rates: RateWindow;

	constructor(options: HubOptions) {
		this.#options = options;
		this.#rates = new RateWindow((options.windowSeconds ?? 300) * 1000, options.now ?? Date.now);
		this.data = loadData(options);
	}

	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = request.url ?? "/";
		const method = request.method ?? "GET";
		if (path.startsWith("/__")) {
			await answerControl(request, response, { faults: this.faults, log: this.log });
			return;
		}
		if (method === "OPTIONS") {
			sendReply(request, response, { status: 204, headers: {}, body: { text: "", contentType: "" } });
			return;
		}
		const fault = this.faults.take(method, path);
		const logged = this.log.add(request, fault !== undefined);
		response.once("close", () =>
			this.log.finish(logged, response.headersSent ? response.statusCode : undefined),
		);
		const visitor = readVisitor(request.headers.authorization, this.#options.accounts ?? DEFAULT_ACCOUNTS);
		const url = new URL(`http://${request.headers.host ?? "127.0.0.1"}${path}`);
		const bucket = chooseBucket(url.pathname);
		const rate = this.#rates.take(nameVisitor(visitor), bucket, this.#chooseQuotas(visitor));
		const reply =
			method !== "GET" && method !== "HEAD"
				? replyError(405, "Method not allowed")
				: rate.isExhausted
					? replyError(429, "We had to rate limit you: the quota of this window is used up.")
					: route({
							data: this.data,
							url,
							visitor,
							isBaseModelsListable: this.#options.isBaseModelsListable ?? true,
						});
		const delayMs = (this.#options.delayMs ?? 0) + (fault?.delayMs ?? 0);
		if (delayMs > 0) {
			await waitUnlessClosed(delayMs, response, this.faults.inForce);
		}
		if (!response.destroyed) {
			sendReply(request, response, { ...reply, headers: { ...reply.headers, ...rate.headers } }, fault);
		}
	}

	#chooseQuotas(visitor: Visitor): Quotas {
		const account = visitor.kind === "account" ? visitor.account : undefined;
		const quotas =
			account === undefined ? HUB_QUOTAS.anonymous : account.isPro ? HUB_QUOTAS.pro : HUB_QUOTAS.account;
		const { quota } = this.#options;
		return quota === undefined ? quotas : { ...quotas, api: quota };
	}
}

function loadData(options: HubOptions): DataSet {
	const paths = options.dataPaths ?? [];
	const rows: unknown[] = [...(options.rows ?? [])];
	for (const path of paths) {
		for (const row of readRows(path)) {
			rows.push(row);
		}
	}
	const isOwn = options.rows === undefined && paths.length === 0;
	const configs = options.configsPath === undefined ? undefined : readConfigs(options.configsPath);
	return new DataSet(isOwn ? ownRows : rows, configs);
}

function nameVisitor(visitor: Visitor): string {
	return visitor.kind === "account" ? visitor.token : "anonymous";
}

/** Waits, but no longer than someone is there to be answered, nor than the faults are in force. */
function waitUnlessClosed(ms: number, response: ServerResponse, inForce: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(finish, ms);
		response.once("close", finish);
		inForce.addEventListener("abort", finish);
		function finish(): void {
			clearTimeout(timer);
			response.off("close", finish);
			inForce.removeEventListener("abort", finish);
			resolve();
		}
	});
}
