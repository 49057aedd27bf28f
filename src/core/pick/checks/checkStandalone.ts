import type { Model } from "../../model/model.ts";
import { parseRepoId } from "../../model/repoId.ts";
import type { NeedAnswer } from "../needs.ts";

/** Words of names of what is loaded into another model, or beside one to draft for it. */
const part = /(?:^|[-_.])(?:eagle3|speculator|drafter|dflash|controlnet|ip-?adapter)(?:$|[-_.])/i;
const lora = /(?:^|[-_.])q?loras?(?:$|[-_.])/i;

/** Whether a model works on its own. A LoRA that was merged tells the parameters of all of the model. */
export function checkStandalone({ repoId, isDisabled, baseModels, parameters }: Model): NeedAnswer {
	const name = parseRepoId(repoId)?.name ?? repoId;
	const isPart = part.test(name) || (lora.test(name) && parameters?.total.basis !== "read");
	return isDisabled === true || baseModels?.relation === "adapter" || isPart ? "no" : "yes";
}
