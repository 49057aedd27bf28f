import type { ModelView, PanelStrings } from "../src/protocol/modelPanel.ts";
import type { ModelPanelEvents, ModelPanelMethods } from "../src/protocol/modelPanelContract.ts";
import { connectRpc, type RpcPort } from "../src/protocol/rpc.ts";
import { delayed } from "./delayed.ts";
import { firstLook, type Look, readPanelState } from "./look.ts";
import { describeModelPanel } from "./modelPanel.ts";
import { Page, type StateKeeper } from "./page.ts";
import type { PanelActions } from "./scene.ts";

const contextDelayMs = 120;
const copiedForMs = 2000;

/** What the host has told. */
interface Told {
	readonly strings: PanelStrings;
	readonly locale: string;
	readonly model: ModelView;
}

/** The page of a model: hands on what the reader asks for. */
export function createModelPage(root: HTMLElement, port: RpcPort, keeper: StateKeeper): Page<Told, Look> {
	const host = connectRpc<ModelPanelMethods, ModelPanelEvents>(port);
	const kept = readPanelState(keeper.read());
	let pendingContext: number | undefined;
	let isContextAccepted = false;
	let copied: string | undefined;
	const page: Page<Told, Look> = new Page(root, keeper, kept?.look, {
		firstLook,
		read: ({ contextTokens }) => host.call("getModel", contextTokens === undefined ? {} : { contextTokens }),
		describe: (told, look, failure) =>
			describeModelPanel({ ...told, look, pendingContext, copied, failure, actions, charts: page.charts }),
		createState: ({ model }, look) => ({ repoId: model.repoId, look }),
		isLookOf: ({ model }) => kept === undefined || kept.repoId === model.repoId,
	});

	const announceCopied = delayed(copiedForMs, () => {
		copied = undefined;
		page.show();
	});
	async function copy(what: string, request: Promise<void>): Promise<void> {
		if (await page.ask(request)) {
			copied = what;
			page.show();
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
		const isAccepted = await page.ask(host.call("setContext", { contextTokens }, latest.signal));
		if (asking === latest && pendingContext === contextTokens) {
			// The slider stays where it was put until the verdicts for it are here.
			isContextAccepted = isAccepted;
			if (!isAccepted) {
				pendingContext = undefined;
				page.show();
			}
		}
	});

	const actions: PanelActions = {
		readOffers: () => void page.ask(host.call("readOffers", {})),
		retry: () => void page.ask(host.call("refresh", {})),
		insertModelId: () => void page.ask(host.call("insertModelId", {})),
		copyModelId: () => void copy("", host.call("copyModelId", {})),
		setWatched: (watched) => void page.ask(host.call("setWatched", { watched })),
		openLink: (key) => void page.ask(host.call("openLink", { key })),
		openModel: (repoId) => void page.ask(host.call("openModel", { repoId })),
		showDerivatives: (relation) => void page.ask(host.call("showDerivatives", { relation })),
		insertSnippet: (snippetId) => void page.ask(host.call("insertSnippet", { snippetId })),
		copyVerdict: (artifact, target) =>
			void copy(`cell-${artifact}-${target}`, host.call("copyVerdict", { artifact, target })),
		copySnippet: (snippetId) => void copy(snippetId, host.call("copySnippet", { snippetId })),
		runSnippet: (snippetId) => void page.ask(host.call("runSnippet", { snippetId })),
		chooseContext(contextTokens) {
			pendingContext = contextTokens;
			isContextAccepted = false;
			page.turn({ contextTokens });
			askContext();
		},
		compareModel: () => void page.ask(host.call("compareModel", {})),
		followLineage: () => void page.ask(host.call("followLineage", {})),
		stopLineage: () => void page.ask(host.call("stopLineage", {})),
		look: (change) => page.turn(change),
	};

	host.on("modelChanged", (model) => {
		if (isContextAccepted || model.fit.contextTokens === pendingContext) {
			pendingContext = undefined;
		}
		page.tell({ model });
	});
	return page;
}
