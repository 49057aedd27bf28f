import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import { reportProblem } from "../errors.ts";
import type { PickParts } from "../pick/pickSession.ts";
import type { CommandHandlers } from "./commandTable.ts";
import { tellNoEditor } from "./insertModelId.ts";

/** "Pick a Model for This Workload": from what is needed to an ID in the code. */
export function createPickModel(parts: PickParts): CommandHandlers<"openModels.pickModel"> {
	return {
		"openModels.pickModel": async () => {
			try {
				const { PickSession } = await import("../pick/pickSession.ts");
				const model = await new PickSession(parts).run();
				if (model) {
					await insertOrCopy(model, parts);
				}
			} catch (error) {
				await reportProblem(error, parts.log);
			}
		},
	};
}

/** The ID where the cursor was; where none was, on the clipboard. */
export async function insertOrCopy(model: Model, { insertion }: Pick<PickParts, "insertion">): Promise<void> {
	if (!(await insertion.insertModelId(model))) {
		await vscode.env.clipboard.writeText(model.repoId);
		await tellNoEditor();
	}
}
