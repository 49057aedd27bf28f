import type { ModelView, PanelStrings } from "../src/protocol/modelPanel.ts";
import type { HostMethods, PanelEvents } from "../src/protocol/panelContract.ts";
import { type RpcClient, RpcError } from "../src/protocol/rpc.ts";
import { createChartPainter } from "./charts/chartPainter.ts";
import { element } from "./element.ts";
import { firstLook, type Look, type PanelState, readPanelState } from "./look.ts";
import { describeModelPanel } from "./modelPanel.ts";
import { createRenderer } from "./renderer.ts";
import type { PanelActions } from "./scene.ts";
import { watchTooltips } from "./tooltip.ts";

const contextDelayMs = 120;
const scrollDelayMs = 200;
const copiedForMs = 2000;

/** Where the editor keeps a panel's state while it is hidden. */
interface StateKeeper {
	read(): unknown;
	write(state: PanelState): void;
}

/** What the host has told, once it has. */
interface Told {
	readonly strings: PanelStrings;
	readonly locale: string;
	readonly model: ModelView;
}

/** The panel of a model in `root`: shows each snapshot that the host gives, and hands on what the reader asks for. */
export function createPanel(
	root: HTMLElement,
	host: RpcClient<HostMethods, PanelEvents>,
	keeper: StateKeeper,
): { open(): Promise<void> } {
	const render = createRenderer(root);
	const kept = readPanelState(keeper.read());
	let told: Told | undefined;
	let look: Look = kept?.look ?? firstLook;
	let pendingContext: number | undefined;
	let isContextAccepted = false;
	let copied: string | undefined;
	let failure: string | undefined;
	const charts = createChartPainter(() => told?.locale ?? navigator.language);

	function show(): void {
		const focused = document.activeElement;
		if (told) {
			render(describeModelPanel({ ...told, look, pendingContext, copied, failure, actions, charts }));
			keeper.write({ repoId: told.model.repoId, look });
		} else if (failure !== undefined) {
			// There are no words yet but those of the failure; the sign is understood without any.
			const retry = {
				type: "button",
				"aria-describedby": "failure",
				on: { click: () => void open() },
			} as const;
			render([element("p", { role: "alert", id: "failure" }, failure), element("button", retry, "↻")]);
		}
		if (focused && focused !== document.body && !focused.isConnected) {
			// What had the focus is gone: the reader goes on from the top rather than from nowhere.
			document.getElementById("name")?.focus();
		}
	}

	/** Asks for what the reader pressed; says why when it does not happen. */
	async function ask(request: Promise<unknown>): Promise<boolean> {
		failure = undefined;
		try {
			await request;
			return true;
		} catch (error) {
			if (!(error instanceof RpcError) || error.code !== "cancelled") {
				failure = error instanceof Error ? error.message : String(error);
			}
			return false;
		} finally {
			show();
		}
	}

	const announceCopied = delayed(copiedForMs, () => {
		copied = undefined;
		show();
	});
	async function copy(what: string, request: Promise<void>): Promise<void> {
		if (await ask(request)) {
			copied = what;
			show();
			announceCopied();
		}
	}

	let asking = new AbortController();
	const askContext = delayed(contextDelayMs, async () => {
		const contextTokens = pendingContext;
		if (contextTokens === undefined) {
			return;
		}
		asking.abort();
		const latest = new AbortController();
		asking = latest;
		const isAccepted = await ask(host.call("setContext", { contextTokens }, latest.signal));
		if (asking === latest && pendingContext === contextTokens) {
			// The slider stays where it was put until the verdicts for it are here.
			isContextAccepted = isAccepted;
			if (!isAccepted) {
				pendingContext = undefined;
				show();
			}
		}
	});

	const actions: PanelActions = {
		retry: () => void ask(host.call("refresh", {})),
		insertModelId: () => void ask(host.call("insertModelId", {})),
		copyModelId: () => void copy("", host.call("copyModelId", {})),
		setWatched: (watched) => void ask(host.call("setWatched", { watched })),
		openLink: (key) => void ask(host.call("openLink", { key })),
		openModel: (repoId) => void ask(host.call("openModel", { repoId })),
		insertSnippet: (snippetId) => void ask(host.call("insertSnippet", { snippetId })),
		copyVerdict: (artifact, target) =>
			void copy(`cell-${artifact}-${target}`, host.call("copyVerdict", { artifact, target })),
		copySnippet: (snippetId) => void copy(snippetId, host.call("copySnippet", { snippetId })),
		chooseContext(contextTokens) {
			pendingContext = contextTokens;
			isContextAccepted = false;
			look = { ...look, contextTokens };
			show();
			askContext();
		},
		look(change) {
			look = { ...look, ...change };
			show();
		},
	};

	async function open(): Promise<void> {
		try {
			const { contextTokens } = look;
			told = await host.call("getModel", contextTokens === undefined ? {} : { contextTokens });
			failure = undefined;
		} catch (error) {
			failure = error instanceof Error ? error.message : String(error);
		}
		if (told) {
			document.documentElement.lang = told.locale;
			if (kept && kept.repoId !== told.model.repoId) {
				look = firstLook;
			}
		}
		const { scrollTop } = look;
		show();
		window.scrollTo({ top: scrollTop, behavior: "instant" });
	}

	host.on("modelChanged", (model) => {
		if (told) {
			told = { ...told, model };
			if (isContextAccepted || model.fit.contextTokens === pendingContext) {
				pendingContext = undefined;
			}
			show();
		}
	});
	const keepScroll = delayed(scrollDelayMs, () => {
		look = { ...look, scrollTop: window.scrollY };
		if (told) {
			keeper.write({ repoId: told.model.repoId, look });
		}
	});
	window.addEventListener("scroll", keepScroll, { passive: true });
	watchTooltips(root);
	return { open };
}

/** Calls once, when nothing has asked for the call for `delayMs`. */
function delayed(delayMs: number, call: () => void): () => void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	return () => {
		clearTimeout(waiting);
		waiting = setTimeout(call, delayMs);
	};
}
