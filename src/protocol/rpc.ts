/** A pipe that carries messages between a panel and its host. `post` may throw when the other side is gone. */
export interface RpcPort {
	post(message: unknown): void;
	/** Calls the listener with each message until the returned function is called. */
	onMessage(listener: (message: unknown) => void): () => void;
}

/** What went wrong, as it crosses the wire: a code to decide by and words to show. */
export interface RpcFailure {
	readonly code: string;
	readonly message: string;
}

/**
 * A request that was not answered with a result. The codes of this file are `cancelled`, `disposed`, `badParams`,
 * `unknownMethod` and `failed`; every other code comes from the host's handlers.
 */
export class RpcError extends Error {
	override readonly name = "RpcError";

	constructor(
		readonly code: string,
		message: string = code,
	) {
		super(message);
	}
}

type ParamsOf<Method> = Method extends (params: infer Params) => Promise<unknown> ? Params : never;
type ResultOf<Method> = Method extends (params: never) => Promise<infer Result> ? Result : never;

/** Answers one method. `check` reads what the panel sent and gives `undefined` for what is not acceptable. */
export interface RpcHandler<Params, Result> {
	readonly check: (params: unknown) => Params | undefined;
	readonly run: (params: Params, signal: AbortSignal) => Promise<Result>;
}

/** A handler, with its check, for every method. */
export type RpcHandlers<Methods> = {
	readonly [Name in keyof Methods]: RpcHandler<ParamsOf<Methods[Name]>, ResultOf<Methods[Name]>>;
};

export interface RpcServer<Events> {
	/** Tells the panel. An event is a whole snapshot: one that is lost, with a hidden panel, is made good by the next. */
	emit<Name extends keyof Events & string>(name: Name, data: Events[Name]): void;
	/** Aborts what is running and stops answering. */
	dispose(): void;
}

export interface RpcClient<Methods, Events> {
	/** Rejects with an {@link RpcError}: the handler's code, or `cancelled` as soon as the signal aborts. */
	call<Name extends keyof Methods & string>(
		name: Name,
		params: ParamsOf<Methods[Name]>,
		signal?: AbortSignal,
	): Promise<ResultOf<Methods[Name]>>;
	/** Calls the listener with each such event until the returned function is called. */
	on<Name extends keyof Events & string>(name: Name, listener: (data: Events[Name]) => void): () => void;
	/** Rejects what is pending with `disposed` and stops listening. */
	dispose(): void;
}

type ToHost =
	| { readonly kind: "request"; readonly id: number; readonly method: string; readonly params: unknown }
	| { readonly kind: "cancel"; readonly id: number };

type ToPanel =
	| { readonly kind: "reply"; readonly id: number; readonly result?: unknown }
	| { readonly kind: "failure"; readonly id: number; readonly error: RpcFailure }
	| { readonly kind: "event"; readonly name: string; readonly data: unknown };

/**
 * Answers a panel's requests, each exactly once unless it was cancelled.
 * @param describeError turns what a handler threw into a code and words for the reader. It is also given this file's
 * own {@link RpcError} for a method that does not exist or parameters that a check refused, and what `post` threw for
 * a result that cannot be sent.
 */
export function serveRpc<Methods, Events>(
	port: RpcPort,
	handlers: RpcHandlers<Methods>,
	describeError: (error: unknown) => RpcFailure,
): RpcServer<Events> {
	// A map, so that a panel cannot name "constructor" or "__proto__".
	const handlerByName = new Map<string, RpcHandler<unknown, unknown>>(Object.entries(handlers));
	const running = new Map<number, AbortController>();

	function fail(id: number, error: unknown): void {
		let failure: RpcFailure;
		try {
			failure = describeError(error);
		} catch {
			failure = { code: "failed", message: "" };
		}
		tell({ kind: "failure", id, error: failure });
	}

	function tell(message: ToPanel): void {
		try {
			port.post(message);
		} catch (error) {
			if (message.kind === "reply") {
				// A result that cannot be serialized still has to be answered.
				fail(message.id, error);
			}
			// Otherwise the panel is gone and nobody waits for this.
		}
	}

	async function answer(id: number, method: string, params: unknown): Promise<void> {
		const cancellation = new AbortController();
		running.set(id, cancellation);
		try {
			const handler = handlerByName.get(method);
			if (!handler) {
				throw new RpcError("unknownMethod", method);
			}
			const checked = handler.check(params);
			if (checked === undefined) {
				throw new RpcError("badParams", method);
			}
			const result = await handler.run(checked, cancellation.signal);
			if (!cancellation.signal.aborted) {
				tell({ kind: "reply", id, result });
			}
		} catch (error) {
			if (!cancellation.signal.aborted) {
				fail(id, error);
			}
		} finally {
			running.delete(id);
		}
	}

	const stopListening = port.onMessage((message) => {
		if (!isToHost(message)) {
			return;
		}
		if (message.kind === "cancel") {
			running.get(message.id)?.abort();
		} else if (!running.has(message.id)) {
			void answer(message.id, message.method, message.params);
		}
	});

	return {
		emit: (name, data) => tell({ kind: "event", name, data }),
		dispose() {
			stopListening();
			for (const cancellation of running.values()) {
				cancellation.abort();
			}
		},
	};
}

/** The panel's end: calls the host's methods and listens to its events. */
export function connectRpc<Methods, Events>(port: RpcPort): RpcClient<Methods, Events> {
	const pending = new Map<number, { resolve(result: unknown): void; reject(error: RpcError): void }>();
	const listeners = new Map<string, Set<(data: never) => void>>();
	let isDisposed = false;
	// A panel that is hidden starts anew on the same host: its ids must not meet the answers to its former life.
	let lastId = Math.floor(Math.random() * 2 ** 48);

	const stopListening = port.onMessage((message) => {
		if (!isToPanel(message)) {
			return;
		}
		if (message.kind === "event") {
			for (const listener of listeners.get(message.name) ?? []) {
				// The host's side of this file gave the event its type.
				listener(message.data as never);
			}
		} else if (message.kind === "reply") {
			pending.get(message.id)?.resolve(message.result);
		} else {
			pending.get(message.id)?.reject(new RpcError(message.error.code, message.error.message));
		}
	});

	return {
		call<Name extends keyof Methods & string>(
			method: Name,
			params: ParamsOf<Methods[Name]>,
			signal?: AbortSignal,
		) {
			return new Promise<ResultOf<Methods[Name]>>((resolve, reject) => {
				if (isDisposed || signal?.aborted) {
					reject(new RpcError(isDisposed ? "disposed" : "cancelled"));
					return;
				}
				lastId += 1;
				const id = lastId;
				const settle = (act: () => void) => {
					pending.delete(id);
					signal?.removeEventListener("abort", cancel);
					act();
				};
				const cancel = () => {
					settle(() => reject(new RpcError("cancelled")));
					port.post({ kind: "cancel", id } satisfies ToHost);
				};
				pending.set(id, {
					// The handler table of the host's side holds the result to this type.
					resolve: (result) => settle(() => resolve(result as ResultOf<Methods[Name]>)),
					reject: (error) => settle(() => reject(error)),
				});
				signal?.addEventListener("abort", cancel);
				try {
					port.post({ kind: "request", id, method, params } satisfies ToHost);
				} catch (error) {
					pending.get(id)?.reject(new RpcError("failed", String(error)));
				}
			});
		},
		on(name, listener) {
			const ofName = listeners.get(name) ?? new Set();
			listeners.set(name, ofName.add(listener));
			return () => ofName.delete(listener);
		},
		dispose() {
			isDisposed = true;
			stopListening();
			for (const request of pending.values()) {
				request.reject(new RpcError("disposed"));
			}
		},
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

function isToHost(message: unknown): message is ToHost {
	return (
		isRecord(message) &&
		Number.isSafeInteger(message["id"]) &&
		(message["kind"] === "cancel" || (message["kind"] === "request" && typeof message["method"] === "string"))
	);
}

function isToPanel(message: unknown): message is ToPanel {
	if (!isRecord(message)) {
		return false;
	}
	if (message["kind"] === "event") {
		return typeof message["name"] === "string";
	}
	const error = message["error"];
	return (
		Number.isSafeInteger(message["id"]) &&
		(message["kind"] === "reply" ||
			(message["kind"] === "failure" &&
				isRecord(error) &&
				typeof error["code"] === "string" &&
				typeof error["message"] === "string"))
	);
}
