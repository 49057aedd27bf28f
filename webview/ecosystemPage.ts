import type {
	EcosystemPanelEvents,
	EcosystemPanelMethods,
	EcosystemStrings,
	EcosystemView,
} from "../src/protocol/ecosystemPanel.ts";
import { connectRpc, type RpcPort } from "../src/protocol/rpc.ts";
import { type EcosystemLook, firstEcosystemLook, readEcosystemLook } from "./ecosystemLook.ts";
import type { EcosystemActions } from "./ecosystemScene.ts";
import { Page, type StateKeeper } from "./page.ts";
import { describeEcosystem } from "./views/ecosystem.ts";

/** What the host has told. */
interface Told {
	readonly strings: EcosystemStrings;
	readonly locale: string;
	readonly ecosystem: EcosystemView;
}

/** The page of the ecosystem: hands on what the reader asks for. */
export function createEcosystemPage(
	root: HTMLElement,
	port: RpcPort,
	keeper: StateKeeper,
): Page<Told, EcosystemLook> {
	const host = connectRpc<EcosystemPanelMethods, EcosystemPanelEvents>(port);
	let choosing = 0;
	/** The figures for a choice were asked for, and what they are computed from is still to be said. */
	let isChoiceToBeTold = false;
	let announced: string | undefined;
	const page: Page<Told, EcosystemLook> = new Page(root, keeper, readEcosystemLook(keeper.read()), {
		firstLook: firstEcosystemLook,
		read: ({ choice }) => host.call("getEcosystem", { choice }),
		describe: (told, look, failure) =>
			describeEcosystem({
				...told,
				look,
				isChoosing: choosing > 0,
				announced,
				failure,
				actions,
				charts: page.charts,
			}),
		createState: (_told, look) => look,
	});

	function announce(words: string): void {
		announced = words;
		page.show();
	}

	async function choose(choice: EcosystemLook["choice"]): Promise<void> {
		choosing += 1;
		isChoiceToBeTold = true;
		page.turn({ choice });
		await page.ask(host.call("setChoice", { choice }));
		choosing -= 1;
		page.show();
	}

	async function showModels(chart: string, key: string, column: string): Promise<void> {
		const request = host.call("showModels", { chart, key, column });
		if (await page.ask(request)) {
			const { count } = await request;
			const format = new Intl.NumberFormat(page.told?.locale);
			announce(page.told?.strings.shown.replace("{0}", format.format(count)) ?? "");
		}
	}

	const actions: EcosystemActions = {
		look: (change) => page.turn(change),
		choose(field, value) {
			const { [field]: _, ...others } = page.look.choice;
			void choose(value === undefined ? others : { ...others, [field]: value });
		},
		showModels: (chart, key, column) => void showModels(chart, key, column),
		readMore: () => void page.ask(host.call("readMore", {})),
		exportMarkdown: () => void page.ask(host.call("exportMarkdown", {})),
		exportCsv: (chart) => void page.ask(host.call("exportCsv", { chart })),
		exportPng(chart, canvasId) {
			const canvas = document.getElementById(canvasId);
			const view = page.told?.ecosystem.charts.find(({ id }) => id === chart);
			const png =
				canvas &&
				view &&
				page.charts.takePicture(canvas, {
					title: view.title,
					says: view.says,
					basis: `${view.basis} ${page.told?.ecosystem.source ?? ""}`,
				});
			if (png) {
				void page.ask(host.call("exportPng", { chart, png }));
			}
		},
		announce,
	};

	host.on("ecosystemChanged", (ecosystem) => {
		// What comes while a choice is on its way is still of the one before.
		if (isChoiceToBeTold && choosing === 0) {
			isChoiceToBeTold = false;
			announced = ecosystem.source;
		}
		page.tell({ ecosystem });
	});
	return page;
}
