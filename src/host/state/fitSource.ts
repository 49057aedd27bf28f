import * as vscode from "vscode";
import type { FitJudge } from "../../core/fit/fitJudge.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";

/**
 * The judge of fit, whose tables are large: loaded when a view first asks. Until then nothing is said of fit, rather
 * than something that the tables would take back.
 */
export class FitSource implements vscode.Disposable {
	readonly #load: () => Promise<FitJudge>;
	readonly #log: Log;
	readonly #loaded = new vscode.EventEmitter<void>();
	readonly onDidLoad = this.#loaded.event;
	#judge: FitJudge | undefined;
	#loading: Promise<void> | undefined;

	constructor(load: () => Promise<FitJudge>, log: Log) {
		this.#load = load;
		this.#log = log;
	}

	/** The judge, once it is loaded. */
	get judge(): FitJudge | undefined {
		return this.#judge;
	}

	/** Loads the judge, once. Never throws: without it nothing is known of fit. */
	ensureLoaded(): Promise<void> {
		this.#loading ??= this.#takeIn();
		return this.#loading;
	}

	dispose(): void {
		this.#loaded.dispose();
	}

	async #takeIn(): Promise<void> {
		try {
			this.#judge = await this.#load();
			this.#loaded.fire();
		} catch (error) {
			logProblem(error, this.#log);
		}
	}
}
