import * as vscode from "vscode";
import { parseTargets } from "../../core/hardware/parseTargets.ts";
import { chooseProbeTools } from "../../core/hardware/probes.ts";
import type { Target } from "../../core/hardware/target.ts";
import { parseOverrides, readOverride } from "../../core/hardware/targetOverrides.ts";
import type { Platform } from "../../platform/platform.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";

const targetsKey = "openModels.targets";
const detectedKey = "openModels.detected";
const checkedKey = "openModels.checkedTargets";
const overridesKey = "openModels.targetOverrides";

/**
 * The hardware that models are judged by: this machine as detected, and what the user added. Detection runs where the
 * workspace runs, on first need, and its last result stands until the next one.
 */
export class TargetStore implements vscode.Disposable {
	readonly #memento: vscode.Memento;
	readonly #platform: Platform;
	readonly #log: Log;
	#detecting: Promise<void> | undefined;
	#detected: readonly Target[];
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;

	constructor(memento: vscode.Memento, platform: Platform, log: Log) {
		this.#memento = memento;
		this.#platform = platform;
		this.#log = log;
		this.#detected = parseTargets(memento.get<unknown>(detectedKey));
	}

	/** Whether this host can see a machine at all (not in a browser). */
	get canProbe(): boolean {
		return this.#platform.kind === "node";
	}

	/** All targets, this machine's first. */
	get targets(): readonly Target[] {
		const overrides = parseOverrides(this.#memento.get<unknown>(overridesKey));
		const detected = this.#detected.map((target) => ({ ...target, ...overrides[target.id] }));
		return [...detected, ...this.#added];
	}

	/** The targets to judge by. Until the user chooses: this machine's first accelerator, else its processor. */
	get checked(): readonly Target[] {
		const { targets } = this;
		const ids = this.#memento.get<unknown>(checkedKey);
		if (Array.isArray(ids)) {
			return targets.filter((target) => ids.includes(target.id));
		}
		return targets.slice(0, 1);
	}

	isChecked(targetId: string): boolean {
		return this.checked.some((target) => target.id === targetId);
	}

	async setChecked(states: ReadonlyMap<string, boolean>): Promise<void> {
		const ids = this.targets
			.filter((target) => states.get(target.id) ?? this.isChecked(target.id))
			.map((target) => target.id);
		await this.#memento.update(checkedKey, ids);
		this.#changed.fire();
	}

	/** Adds a target or replaces the one with its id; of a detected one only what is the user's word is kept. Newly added ones are checked. */
	async save(target: Target): Promise<void> {
		if (target.origin === "detected") {
			const overrides = parseOverrides(this.#memento.get<unknown>(overridesKey));
			await this.#memento.update(overridesKey, { ...overrides, [target.id]: readOverride(target) });
		} else {
			const added = this.#added;
			const isNew = !added.some(({ id }) => id === target.id);
			const checkedIds = this.checked.map(({ id }) => id);
			await this.#memento.update(
				targetsKey,
				isNew ? [...added, target] : added.map((other) => (other.id === target.id ? target : other)),
			);
			if (isNew) {
				await this.#memento.update(checkedKey, [...checkedIds, target.id]);
			}
		}
		this.#changed.fire();
	}

	async remove(targetId: string): Promise<void> {
		await this.#memento.update(
			targetsKey,
			this.#added.filter(({ id }) => id !== targetId),
		);
		this.#changed.fire();
	}

	/** Detects once in this window's life; later calls wait for the same run. Never throws: what fails is logged. */
	ensureDetected(): Promise<void> {
		this.#detecting ??= this.detect(new AbortController().signal).catch((error) =>
			logProblem(error, this.#log),
		);
		return this.#detecting;
	}

	/** Asks the machine again. Tools that are missing or hang are passed over. */
	async detect(signal: AbortSignal): Promise<void> {
		const machine = this.#platform.readMachine();
		if (!machine) {
			return;
		}
		const tools = chooseProbeTools(machine.os);
		const [runs, systemFiles] = await Promise.all([
			Promise.all(tools.map((tool) => this.#platform.runTool(tool, signal))),
			this.#platform.readSystemFiles("amdgpuMemory"),
		]);
		if (signal.aborted) {
			return;
		}
		for (const run of runs) {
			this.#log.debug(`Probe: ${run.tool}: ${run.outcome}`);
		}
		const { detectTargets } = await import("../../core/hardware/detectTargets.ts");
		this.#detected = detectTargets({ runs, systemFiles, machine, nowMs: Date.now() });
		this.#changed.fire();
		await this.#memento.update(detectedKey, this.#detected);
	}

	dispose(): void {
		this.#changed.dispose();
	}

	get #added(): readonly Target[] {
		return parseTargets(this.#memento.get<unknown>(targetsKey));
	}
}
