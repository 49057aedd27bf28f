import * as vscode from "vscode";
import type { LogEntry } from "../../core/adoption/readingLog.ts";
import {
	type ExportedModel,
	exportCsv,
	exportJson,
	type ImportedReadings,
	importReadings,
} from "../../core/adoption/readings/readingTransfer.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { ReadingStore } from "../state/readingStore.ts";
import { formatCount } from "../words/numbers.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** A text beyond this is no file of ours, and would hold up the editor. */
const mostBytes = 512 * 2 ** 20;

const shownMs = 5000;

/**
 * "Export Adoption Readings…" and "Import Adoption Readings…": CSV or JSON, by the name of the file. Either takes the
 * address of a file instead of asking for one. What is imported joins what is there; the later reading of a day counts.
 */
export function createTransferReadings(
	readings: ReadingStore,
	store: CatalogStore,
): CommandHandlers<"openModels.exportReadings" | "openModels.importReadings"> {
	return {
		"openModels.exportReadings": async (argument?: unknown) => {
			const archive = await readings.openFresh();
			const keys = archive.listKeys();
			if (keys.length === 0) {
				await vscode.window.showInformationMessage(
					vscode.l10n.t("There are no readings yet: each refresh of the models writes one a model."),
				);
				return;
			}
			const place = argument instanceof vscode.Uri ? argument : await askWhereTo();
			if (!place) {
				return;
			}
			await store.ensureLoaded();
			const names = nameKeys(store);
			let count = 0;
			const models = keys.map((key): ExportedModel => {
				const repoId = names.get(key);
				const own = archive.getReadings(key);
				count += own.length;
				return { key, readings: own, ...(repoId === undefined ? {} : { repoId }) };
			});
			const text = /\.csv$/i.test(place.path) ? exportCsv(models) : exportJson(models);
			try {
				await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
			} catch (error) {
				await tellFailure(vscode.l10n.t("The readings could not be written to {0}.", nameFile(place)), error);
				return;
			}
			tell(
				vscode.l10n.t(
					"Readings exported: {0}, of models: {1}.",
					formatCount(count),
					formatCount(keys.length),
				),
			);
		},
		"openModels.importReadings": async (argument?: unknown) => {
			const place = argument instanceof vscode.Uri ? argument : await askWhereFrom();
			if (place) {
				await store.ensureLoaded();
				await importFrom(place, readings, store);
			}
		},
	};
}

async function importFrom(place: vscode.Uri, readings: ReadingStore, store: CatalogStore): Promise<void> {
	let imported: ImportedReadings | undefined;
	try {
		const { size } = await vscode.workspace.fs.stat(place);
		if (size <= mostBytes) {
			imported = importReadings(new TextDecoder().decode(await vscode.workspace.fs.readFile(place)));
		}
	} catch (error) {
		await tellFailure(vscode.l10n.t("{0} could not be read.", nameFile(place)), error);
		return;
	}
	if (imported === undefined) {
		await vscode.window.showErrorMessage(
			vscode.l10n.t(
				"{0} holds no readings. It must be CSV with the columns “id” and “t”, or JSON, as “Export Adoption Readings” writes them.",
				nameFile(place),
			),
		);
		return;
	}
	const { refused } = imported;
	// A file made by hand names models by their repo id; our own readings go by the identity behind it.
	const entries = imported.entries.map(({ key, reading }) => ({
		key: store.catalog.get(key)?.hubId ?? key,
		reading,
	}));
	if (entries.length > 0 && !(await readings.importAll(entries))) {
		await vscode.window.showErrorMessage(
			vscode.l10n.t("The readings are known until the window closes, but could not be kept on this machine."),
		);
		return;
	}
	const words = vscode.l10n.t(
		"Readings imported: {0}, of models: {1}.",
		formatCount(entries.length),
		formatCount(countModels(entries)),
	);
	if (refused > 0) {
		await vscode.window.showWarningMessage(
			`${words} ${vscode.l10n.t("Rows left out: {0}. They have no model ID, no date, or a counter that is no whole number.", formatCount(refused))}`,
		);
	} else {
		tell(words);
	}
}

/** A model may have several readings. */
function countModels(entries: readonly LogEntry[]): number {
	return new Set(entries.map(({ key }) => key)).size;
}

function nameKeys(store: CatalogStore): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const { hubId, repoId } of store.catalog.models) {
		names.set(hubId ?? repoId, repoId);
	}
	return names;
}

function askWhereTo(): Thenable<vscode.Uri | undefined> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const name = "adoption-readings.csv";
	return vscode.window.showSaveDialog({
		title: vscode.l10n.t("Export adoption readings"),
		saveLabel: vscode.l10n.t("Export"),
		filters: { CSV: ["csv"], JSON: ["json"] },
		...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
	});
}

async function askWhereFrom(): Promise<vscode.Uri | undefined> {
	const chosen = await vscode.window.showOpenDialog({
		title: vscode.l10n.t("Import adoption readings"),
		openLabel: vscode.l10n.t("Import"),
		canSelectMany: false,
		filters: { "CSV, JSON": ["csv", "json"] },
	});
	return chosen?.[0];
}

async function tellFailure(words: string, error: unknown): Promise<void> {
	const reason = error instanceof Error ? error.message : String(error);
	await vscode.window.showErrorMessage(`${words} ${reason}`);
}

function tell(words: string): void {
	vscode.window.setStatusBarMessage(words, shownMs);
}

function nameFile(place: vscode.Uri): string {
	return place.path.slice(place.path.lastIndexOf("/") + 1);
}
