import type * as vscode from "vscode";
import { computeEcosystem, type Ecosystem } from "../../../core/adoption/ecosystem/computeEcosystem.ts";
import { countOwners, type OwnerCount } from "../../../core/adoption/ecosystem/ownerCoder.ts";
import type {
	EcosystemChoice,
	EcosystemPanelEvents,
	EcosystemPanelMethods,
} from "../../../protocol/ecosystemPanel.ts";
import { logProblem } from "../../errors.ts";
import { type PanelServer, servePanel } from "../panelServer.ts";
import { createEcosystemHandlers } from "./ecosystemPanelHandlers.ts";
import type { EcosystemPanelParts } from "./ecosystemPanelParts.ts";
import { createEcosystemView, type EcosystemFacts, toEcosystemFilter } from "./ecosystemView.ts";

/** The catalog changes several times while an answer of the Hub is taken in. */
const recomputeDelayMs = 400;

/** What is read when the reader asks for more: two requests. */
const moreLists = [
	{ sort: "downloads", limit: 1000 },
	{ sort: "trending", limit: 500 },
] as const;

const turns = {
	nowMs: Date.now,
	pause: () => new Promise<void>((resolve) => setTimeout(resolve, 0)),
};

/** The panel of the state of open models: figures over all that is known, anew whenever that changes. */
export class EcosystemPanel {
	readonly #panel: vscode.WebviewPanel;
	readonly #parts: EcosystemPanelParts;
	readonly #server: PanelServer;
	#choice: EcosystemChoice = {};
	#ecosystem: Ecosystem | undefined;
	#owners: readonly OwnerCount[] = [];
	/** The catalog's version that the figures are of. */
	#version: number | undefined;
	#computing: AbortController | undefined;
	#reading: AbortController | undefined;
	#problem: unknown;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(panel: vscode.WebviewPanel, parts: EcosystemPanelParts) {
		this.#panel = panel;
		this.#parts = parts;
		this.#server = servePanel<EcosystemPanelMethods, EcosystemPanelEvents>(panel, parts, {
			page: "ecosystem",
			handlers: createEcosystemHandlers({
				query: parts.query,
				readFacts: () => this.#readFacts(),
				open: (choice) => this.#open(choice),
				setChoice: (choice) => this.#setChoice(choice),
				readMore: () => this.#readMore(),
			}),
			event: "ecosystemChanged",
			createSnapshot: () => createEcosystemView(this.#readFacts()),
			subscriptions: [
				parts.store.onDidChange(() => this.#recomputeSoon()),
				parts.settings.onDidChange(() => this.#server.tellSoon()),
				{ dispose: () => this.#close() },
			],
		});
	}

	/** The page is ready: it gets figures of what is known now. */
	async #open(choice: EcosystemChoice): Promise<void> {
		await this.#parts.store.ensureLoaded();
		await this.#compute(choice);
	}

	async #setChoice(choice: EcosystemChoice): Promise<void> {
		await this.#compute(choice);
		this.#server.tellSoon();
	}

	async #readMore(): Promise<void> {
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		this.#problem = undefined;
		this.#server.tellSoon();
		try {
			await this.#parts.store.readLists(moreLists, reading.signal);
		} catch (error) {
			if (!reading.signal.aborted) {
				logProblem(error, this.#parts.log);
				this.#problem = error;
			}
		}
		if (this.#reading === reading) {
			this.#reading = undefined;
			await this.#compute(this.#choice);
			this.#server.tellSoon();
		}
	}

	/** A hidden panel has no page; when it is shown its page asks anew. */
	#recomputeSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (this.#panel.visible && this.#version !== this.#parts.store.catalog.version) {
				void this.#compute(this.#choice).then(() => this.#server.tellSoon());
			} else {
				this.#server.tellSoon();
			}
		}, recomputeDelayMs);
	}

	/** The figures for a choice; those under way for another one are given up. Never throws. */
	async #compute(choice: EcosystemChoice): Promise<void> {
		const { catalog } = this.#parts.store;
		this.#choice = choice;
		this.#computing?.abort();
		const computing = new AbortController();
		this.#computing = computing;
		const { version } = catalog;
		try {
			const models = [...catalog.models];
			const filter = toEcosystemFilter(choice);
			const ecosystem = await computeEcosystem(models, filter, turns, computing.signal);
			if (!computing.signal.aborted) {
				this.#ecosystem = ecosystem;
				this.#owners = countOwners(models);
				this.#version = version;
			}
		} catch (error) {
			if (!computing.signal.aborted) {
				logProblem(error, this.#parts.log);
			}
		}
	}

	#readFacts(): EcosystemFacts {
		const { store, settings } = this.#parts;
		const { language, task, license } = this.#choice;
		return {
			ecosystem: this.#ecosystem,
			choice: this.#choice,
			counts: store.catalog.query({
				limit: 0,
				filters: {
					...(language === undefined ? {} : { languages: [language] }),
					...(task === undefined ? {} : { tasks: [task] }),
					...(license === undefined ? {} : { licenseIds: [license] }),
				},
			}),
			owners: this.#owners,
			status: store.status,
			isReading: this.#reading !== undefined,
			problem: this.#problem,
			canReadMore: !settings.isOffline,
			nowMs: Date.now(),
		};
	}

	#close(): void {
		clearTimeout(this.#timer);
		this.#computing?.abort();
		this.#reading?.abort();
	}
}
