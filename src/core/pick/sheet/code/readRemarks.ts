import type { RequirementKind } from "../requirement.ts";
import { readSentence } from "../words/readSentence.ts";
import type { Clue } from "./clue.ts";
import type { CodeText } from "./codeText.ts";

const isAboutModel = /\b(?:models?|llms?|checkpoints?|embedders?|weights)\b/i;
const isWish =
	/\b(?:todo|fixme|hack|need(?:s|ed)?|must|should|want|replace|swap|pick|choose|switch|require[sd]?|only)\b/i;
const isHard = /\b(?:must|has to|have to|required|never)\b/i;
/** What comments are for: headers of files speak of licenses too. */
const isHeader = /\b(?:copyright|licensed under|spdx|all rights reserved|permission is hereby)\b/i;

const kinds: ReadonlySet<RequirementKind> = new Set([
	"license",
	"excludedLicense",
	"language",
	"contextLength",
	"parameters",
	"bytes",
	"speedFloor",
	"gated",
	"safety",
	"excludedFamily",
	"excludedOrg",
	"excludedMakerRegion",
	"makerRegion",
	"useRegion",
	"target",
]);

const longestRemark = 600;

/** What comments wish of the model: "TODO: must be a model under Apache". */
export function readRemarks(text: CodeText): readonly Clue[] {
	return text.comments.flatMap(({ at, text: remark }) => {
		if (
			remark.length > longestRemark ||
			!isAboutModel.test(remark) ||
			!isWish.test(remark) ||
			isHeader.test(remark)
		) {
			return [];
		}
		return readSentence(remark)
			.filter(({ kind }) => kinds.has(kind))
			.map((said): Clue => {
				const strength = said.strength === "must" && isHard.test(remark) ? "must" : "prefer";
				return { ...said, strength, excerpt: remark, at, weight: 3 };
			});
	});
}
