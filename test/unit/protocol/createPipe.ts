import type { RpcPort } from "../../../src/protocol/rpc.ts";

/** Two ports that carry what JSON can carry, a turn later, as a panel's do; `toHost` and `toPanel` are what crossed. */
export function createPipe() {
	const listeners = {
		host: new Set<(message: unknown) => void>(),
		panel: new Set<(message: unknown) => void>(),
	};
	const crossed = { host: [] as unknown[], panel: [] as unknown[] };
	const portTo = (there: "host" | "panel", here: "host" | "panel"): RpcPort => ({
		post(message) {
			const copy: unknown = JSON.parse(JSON.stringify(message));
			crossed[there].push(copy);
			setImmediate(() => {
				for (const listener of listeners[there]) {
					listener(copy);
				}
			});
		},
		onMessage(listener) {
			listeners[here].add(listener);
			return () => listeners[here].delete(listener);
		},
	});
	return {
		host: portTo("panel", "host"),
		panel: portTo("host", "panel"),
		toHost: crossed.host,
		toPanel: crossed.panel,
	};
}
