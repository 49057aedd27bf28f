import { RpcError } from "../src/protocol/rpc.ts";
import { createChartPainter } from "./charts/chartPainter.ts";
import type { ChartPainter } from "./charts/chartScene.ts";
import { delayed } from "./delayed.ts";
import { type Content, element } from "./element.ts";
import type { PageLook } from "./pageLook.ts";
import { createRenderer } from "./renderer.ts";
import { watchTooltips } from "./tooltip.ts";

const scrollDelayMs = 200;

/** Where the editor keeps a panel's state while it is hidden. */
export interface StateKeeper {
	read(): unknown;
	write(state: unknown): void;
}

/** What one kind of page is made of. */
export interface PageKind<Told extends { readonly locale: string }, Look extends PageLook> {
	readonly firstLook: Look;
	/** Asks the host for its words and the first snapshot. */
	readonly read: (look: Look) => Promise<Told>;
	/** The whole page; its first heading has the id `name`. `failure`: why what the reader asked for did not happen. */
	readonly describe: (told: Told, look: Look, failure: string | undefined) => readonly Content[];
	/** What outlives a hidden panel: by what the host restores it, and the look. */
	readonly createState: (told: Told, look: Look) => unknown;
	/** Where the look that was kept is of another thing than what is shown now: `false`. */
	readonly isLookOf?: (told: Told) => boolean;
}

/** A page in `root`: shows each snapshot that the host gives, and keeps where the reader looks. */
export class Page<Told extends { readonly locale: string }, Look extends PageLook> {
	readonly charts: ChartPainter;
	readonly #kind: PageKind<Told, Look>;
	readonly #keeper: StateKeeper;
	readonly #render: (content: readonly Content[]) => void;
	#told: Told | undefined;
	#look: Look;
	#failure: string | undefined;

	/** @param keptLook of a former life of the panel. */
	constructor(
		root: HTMLElement,
		keeper: StateKeeper,
		keptLook: Look | undefined,
		kind: PageKind<Told, Look>,
	) {
		this.#kind = kind;
		this.#keeper = keeper;
		this.#render = createRenderer(root);
		this.#look = keptLook ?? kind.firstLook;
		this.charts = createChartPainter(() => this.#told?.locale ?? navigator.language);
		const keepScroll = delayed(scrollDelayMs, () => {
			this.#look = { ...this.#look, scrollTop: window.scrollY };
			this.#keep();
		});
		window.addEventListener("scroll", keepScroll, { passive: true });
		watchTooltips(root);
	}

	/** Where the reader looks. */
	get look(): Look {
		return this.#look;
	}

	/** What the host told last; `undefined` until it did. */
	get told(): Told | undefined {
		return this.#told;
	}

	/** Asks the host for all that is shown, and shows it where the reader was. */
	async open(): Promise<void> {
		try {
			this.#told = await this.#kind.read(this.#look);
			this.#failure = undefined;
		} catch (error) {
			this.#failure = describeFailure(error);
		}
		if (this.#told) {
			document.documentElement.lang = this.#told.locale;
			if (this.#kind.isLookOf?.(this.#told) === false) {
				this.#look = this.#kind.firstLook;
			}
		}
		const { scrollTop } = this.#look;
		this.show();
		window.scrollTo({ top: scrollTop, behavior: "instant" });
	}

	/** Takes in a part of what the host told anew. */
	tell(change: Partial<Told>): void {
		if (this.#told) {
			this.#told = { ...this.#told, ...change };
			this.show();
		}
	}

	/** Looks elsewhere. */
	turn(change: Partial<Look>): void {
		this.#look = { ...this.#look, ...change };
		this.show();
	}

	/** Waits for what the reader pressed, and says why when it does not happen. */
	async ask(request: Promise<unknown>): Promise<boolean> {
		this.#failure = undefined;
		try {
			await request;
			return true;
		} catch (error) {
			if (!(error instanceof RpcError) || error.code !== "cancelled") {
				this.#failure = describeFailure(error);
			}
			return false;
		} finally {
			this.show();
		}
	}

	/** Shows what is known now. */
	show(): void {
		const focused = document.activeElement;
		if (this.#told) {
			this.#render(this.#kind.describe(this.#told, this.#look, this.#failure));
			this.#keep();
		} else if (this.#failure !== undefined) {
			// There are no words yet but those of the failure; the sign is understood without any.
			const retry = {
				type: "button",
				"aria-describedby": "failure",
				on: { click: () => void this.open() },
			} as const;
			this.#render([
				element("p", { role: "alert", id: "failure" }, this.#failure),
				element("button", retry, "↻"),
			]);
		}
		if (focused && focused !== document.body && !focused.isConnected) {
			// What had the focus is gone: the reader goes on from the top rather than from nowhere.
			document.getElementById("name")?.focus();
		}
	}

	#keep(): void {
		if (this.#told) {
			this.#keeper.write(this.#kind.createState(this.#told, this.#look));
		}
	}
}

function describeFailure(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
