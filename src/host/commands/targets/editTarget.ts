import * as vscode from "vscode";
import { readBudgetBytes } from "../../../core/hardware/readBudgetBytes.ts";
import { hasOwnMemory, type Target } from "../../../core/hardware/target.ts";
import type { FitSource } from "../../state/fitSource.ts";
import type { TargetStore } from "../../state/targetStore.ts";
import { formatMemory } from "../../words/numbers.ts";
import { describeTarget, nameTarget } from "../../words/targetWords.ts";
import type { CommandHandlers } from "../commandTable.ts";
import { askForMemory } from "./askForMemory.ts";

const mostCards = 16;

/** "Edit Target…": another name, a budget of one's own in place of what the hardware tells, or what it does not tell. */
export function createEditTarget(
	targets: TargetStore,
	fit: FitSource,
): CommandHandlers<"openModels.editTarget"> {
	return {
		"openModels.editTarget": async (argument?: unknown) => {
			const target = await chooseTarget(targets.targets, argument);
			const change = target && (await askForChange(target, fit));
			if (change) {
				await targets.save(change);
			}
		},
	};
}

/** The target that a command was called on, or that the user picks. */
export async function chooseTarget(
	targets: readonly Target[],
	argument: unknown,
): Promise<Target | undefined> {
	const named =
		typeof argument === "object" && argument !== null && "id" in argument
			? targets.find(({ id }) => id === argument.id)
			: undefined;
	if (named) {
		return named;
	}
	const chosen = await vscode.window.showQuickPick(
		targets.map((target) => ({
			label: nameTarget(target),
			description: describeTarget(target),
			target,
		})),
		{ title: vscode.l10n.t("Which target?") },
	);
	return chosen?.target;
}

async function askForChange(target: Target, fit: FitSource): Promise<Target | undefined> {
	const budget = readBudgetBytes(target);
	const { budgetBytes, ...without } = target;
	const choices = [
		{
			label: vscode.l10n.t("Set the memory that a model may take…"),
			description: budget ? vscode.l10n.t("now {0}", formatMemory(budget.value)) : "",
			ask: async (): Promise<Target | undefined> => {
				const bytes = await askForMemory(
					vscode.l10n.t("Memory that a model may take, in GiB"),
					budget?.value,
				);
				return bytes === undefined ? undefined : { ...target, budgetBytes: bytes };
			},
		},
	];
	if (budgetBytes !== undefined) {
		choices.push({
			label: vscode.l10n.t("Use what the hardware tells again"),
			description: "",
			ask: async () => without,
		});
	}
	if (target.origin !== "detected" && hasOwnMemory(target)) {
		const { systemMemoryBytes } = target;
		choices.push({
			label: vscode.l10n.t("Set the system memory beside it…"),
			description:
				systemMemoryBytes === undefined
					? vscode.l10n.t("not known: offloading is not judged")
					: vscode.l10n.t("now {0}", formatMemory(systemMemoryBytes)),
			ask: async () => {
				const bytes = await askForMemory(vscode.l10n.t("System memory, in GiB"), systemMemoryBytes);
				return bytes === undefined ? undefined : { ...target, systemMemoryBytes: bytes };
			},
		});
	}
	const [device] = target.devices;
	if (target.origin !== "detected" && hasOwnMemory(target) && device && isAlike(target)) {
		choices.push({
			label: vscode.l10n.t("Set how many cards it has…"),
			description: vscode.l10n.t("now {0}", target.devices.length),
			ask: async () => {
				const count = await askForCount(target.devices.length);
				return count === undefined
					? undefined
					: { ...target, devices: Array.from({ length: count }, () => device) };
			},
		});
	}
	choices.push({
		label: vscode.l10n.t("Say which runtimes it has…"),
		description: target.runtimes?.join(", ") ?? vscode.l10n.t("now any"),
		ask: () => askForRuntimes(target, fit),
	});
	if (target.origin !== "detected") {
		choices.push({
			label: vscode.l10n.t("Rename…"),
			description: target.name,
			ask: async () => {
				const name = await vscode.window.showInputBox({
					title: vscode.l10n.t("Name of the target"),
					value: target.name,
				});
				return name?.trim() ? { ...target, name: name.trim() } : undefined;
			},
		});
	}
	const chosen = await vscode.window.showQuickPick(choices, {
		title: nameTarget(target),
	});
	return chosen?.ask();
}

function isAlike({ devices }: Target): boolean {
	return devices.every(({ name, memoryBytes }) => {
		const [first] = devices;
		return name === first?.name && memoryBytes === first.memoryBytes;
	});
}

async function askForCount(now: number): Promise<number | undefined> {
	const read = (text: string): number | undefined => {
		const count = Number(text.trim());
		return Number.isInteger(count) && count >= 1 && count <= mostCards ? count : undefined;
	};
	const text = await vscode.window.showInputBox({
		title: vscode.l10n.t("How many of these cards?"),
		value: String(now),
		validateInput: (value) =>
			read(value) === undefined ? vscode.l10n.t("A whole number from 1 to {0}.", mostCards) : undefined,
	});
	return text === undefined ? undefined : read(text);
}

/** Software support is judged for the runtimes that the target has; none checked means any that could run there. */
async function askForRuntimes(target: Target, fit: FitSource): Promise<Target | undefined> {
	await fit.ensureLoaded();
	const known = fit.judge?.listRuntimes() ?? [];
	const chosen = await vscode.window.showQuickPick(
		known.map((runtime) => ({ label: runtime, picked: target.runtimes?.includes(runtime) ?? false })),
		{
			title: vscode.l10n.t("Runtimes on {0}", nameTarget(target)),
			placeHolder: vscode.l10n.t("Check those that it has; none checked means any"),
			canPickMany: true,
		},
	);
	if (!chosen) {
		return undefined;
	}
	const { runtimes: _, ...without } = target;
	return chosen.length > 0 ? { ...without, runtimes: chosen.map(({ label }) => label) } : without;
}
