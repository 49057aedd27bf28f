import type {
	ComparePanelEvents,
	ComparePanelMethods,
	CompareStrings,
	CompareView,
} from "../src/protocol/comparePanel.ts";
import { connectRpc, type RpcPort } from "../src/protocol/rpc.ts";
import type { CompareActions } from "./compareScene.ts";
import { delayed } from "./delayed.ts";
import { Page, type StateKeeper } from "./page.ts";
import type { PageLook } from "./pageLook.ts";
import { describeComparison } from "./views/comparison.ts";

const copiedForMs = 2000;
const firstLook: PageLook = { scrollTop: 0, openDetails: [] };

/** What the host has told. */
interface Told {
	readonly strings: CompareStrings;
	readonly locale: string;
	readonly comparison: CompareView;
}

/** The page of a comparison: hands on what the reader asks for. */
export function createComparePage(
	root: HTMLElement,
	port: RpcPort,
	keeper: StateKeeper,
): Page<Told, PageLook> {
	const host = connectRpc<ComparePanelMethods, ComparePanelEvents>(port);
	let isCopied = false;
	const page: Page<Told, PageLook> = new Page(root, keeper, readLook(keeper.read()), {
		firstLook,
		read: () => host.call("getComparison", {}),
		describe: (told, look, failure) =>
			describeComparison({ ...told, look, isCopied, failure, actions, charts: page.charts }),
		createState: ({ comparison }, look) => ({
			repoIds: comparison.models.map(({ repoId }) => repoId),
			look,
		}),
	});
	const forgetCopied = delayed(copiedForMs, () => {
		isCopied = false;
		page.show();
	});
	const actions: CompareActions = {
		look: (change) => page.turn(change),
		refresh: () => void page.ask(host.call("refresh", {})),
		openModel: (repoId) => void page.ask(host.call("openModel", { repoId })),
		async copyMarkdown() {
			if (await page.ask(host.call("copyMarkdown", {}))) {
				isCopied = true;
				page.show();
				forgetCopied();
			}
		},
	};
	host.on("comparisonChanged", (comparison) => page.tell({ comparison }));
	return page;
}

/** Reads a kept look of any age; what is not readable is left out. */
function readLook(kept: unknown): PageLook {
	const look = typeof kept === "object" && kept !== null && "look" in kept ? kept.look : undefined;
	if (typeof look !== "object" || look === null) {
		return firstLook;
	}
	const { scrollTop, openDetails }: { scrollTop?: unknown; openDetails?: unknown } = look;
	return {
		scrollTop: typeof scrollTop === "number" && scrollTop > 0 ? scrollTop : 0,
		openDetails: Array.isArray(openDetails) ? openDetails.filter((id) => typeof id === "string") : [],
	};
}
