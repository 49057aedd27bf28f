import * as vscode from "vscode";
import type { Target } from "../../core/hardware/target.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { describeTarget, describeTargetOrigin, nameTarget } from "../words/targetWords.ts";

const viewId = "openModels.targets";

/** The machines that models are judged by; the checked ones count. */
export class TargetsView implements vscode.TreeDataProvider<Target>, vscode.Disposable {
	readonly #targets: TargetStore;
	readonly #view: vscode.TreeView<Target>;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #subscriptions: vscode.Disposable[];

	constructor(targets: TargetStore, log: Log) {
		this.#targets = targets;
		this.#view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this,
			manageCheckboxStateManually: true,
		});
		this.#subscriptions = [
			this.#view,
			this.#changed,
			targets.onDidChange(() => this.#changed.fire(undefined)),
			this.#view.onDidChangeCheckboxState(({ items }) => {
				const states = items.map(([target, state]): [string, boolean] => [
					target.id,
					state === vscode.TreeItemCheckboxState.Checked,
				]);
				targets.setChecked(new Map(states)).then(undefined, (error) => logProblem(error, log));
			}),
		];
	}

	getTreeItem(target: Target): vscode.TreeItem {
		const isChecked = this.#targets.isChecked(target.id);
		const item = new vscode.TreeItem(nameTarget(target));
		item.id = target.id;
		item.description = describeTarget(target);
		item.iconPath = new vscode.ThemeIcon(target.vendor === "cpu" ? "server-process" : "circuit-board");
		item.contextValue = target.origin === "detected" ? "target.detected" : "target.user";
		item.checkboxState = {
			state: isChecked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
			tooltip: isChecked
				? vscode.l10n.t("Models are judged by this target")
				: vscode.l10n.t("Judge models by this target too"),
		};
		item.accessibilityInformation = {
			label: `${nameTarget(target)}, ${describeTarget(target)}, ${describeTargetOrigin(target, Date.now())}`,
		};
		return item;
	}

	/** Adds what is only loaded for the row that a person points at. */
	async resolveTreeItem(item: vscode.TreeItem, target: Target): Promise<vscode.TreeItem> {
		const { createTargetTooltip } = await import("./targetTooltip.ts");
		item.tooltip = createTargetTooltip(target);
		return item;
	}

	async getChildren(target?: Target): Promise<Target[]> {
		if (target) {
			return [];
		}
		// What was detected last time shows at once; the machine is asked behind it.
		const detecting = this.#targets.ensureDetected();
		if (this.#targets.targets.length === 0) {
			await vscode.window.withProgress({ location: { viewId } }, () => detecting);
		}
		const { targets } = this.#targets;
		await vscode.commands.executeCommand(
			"setContext",
			"openModels.targets.state",
			targets.length > 0 ? "list" : "none",
		);
		return [...targets];
	}

	dispose(): void {
		vscode.Disposable.from(...this.#subscriptions).dispose();
	}
}
