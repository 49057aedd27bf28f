import * as vscode from "vscode";
import type { Model } from "../../../core/model/model.ts";
import type { RequirementSheet } from "../../../core/pick/sheet/requirement.ts";
import { reportProblem } from "../../errors.ts";
import { type PickParts, PickSession } from "../../pick/pickSession.ts";
import type { CommandHandlers } from "../commandTable.ts";
import { tellNoEditor } from "../model/insertModelId.ts";

/** "Pick a Model for This Workload": from what is needed to an ID in the code. */
export function createPickModel(parts: PickParts): CommandHandlers<"openModels.pickModel"> {
	return {
		"openModels.pickModel": async () => {
			try {
				await runPick(parts);
			} catch (error) {
				await reportProblem(error, parts.log);
			}
		},
	};
}

/** A pick from its first step to the ID in the code; from its second where a sheet is given. */
export async function runPick(parts: PickParts, start?: RequirementSheet): Promise<void> {
	const model = await new PickSession(parts).run(start);
	if (model) {
		await insertOrCopy(model, parts);
	}
}

/** The ID where the cursor was; where none was, on the clipboard. */
export async function insertOrCopy(model: Model, { insertion }: Pick<PickParts, "insertion">): Promise<void> {
	if (!(await insertion.insertModelId(model))) {
		await vscode.env.clipboard.writeText(model.repoId);
		await tellNoEditor();
	}
}
