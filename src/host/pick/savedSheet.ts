import type * as vscode from "vscode";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { parseSheet } from "../../core/pick/sheet/sheetSchema.ts";

const storageKey = "openModels.sheet";

/** The sheet that was last chosen by in this workspace, without what its policy asked for then. */
export class SavedSheet {
	readonly #memento: vscode.Memento;

	constructor(memento: vscode.Memento) {
		this.#memento = memento;
	}

	read(): RequirementSheet | undefined {
		const sheet = parseSheet(this.#memento.get<unknown>(storageKey));
		return sheet?.requirements.some(({ kind }) => kind === "task") ? sheet : undefined;
	}

	async save(sheet: RequirementSheet): Promise<void> {
		const requirements = sheet.requirements.filter(({ from }) => from !== "policy");
		await this.#memento.update(storageKey, { requirements });
	}
}
