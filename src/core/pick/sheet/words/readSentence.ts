import type { Said } from "../said.ts";
import { readAmountWords } from "./readAmountWords.ts";
import { readLanguageWords } from "./readLanguageWords.ts";
import { readLicenseWords } from "./readLicenseWords.ts";
import { readMachineWords } from "./readMachineWords.ts";
import { readMeansWords } from "./readMeansWords.ts";
import { readNameWords } from "./readNameWords.ts";
import { readTaskWords } from "./readTaskWords.ts";
import { readTermWords } from "./readTermWords.ts";
import { Sentence } from "./sentence.ts";

/** What plain words ask for, by rules; what is said flatly is a must, what would be nice is preferred. */
export function readSentence(text: string): readonly Said[] {
	const sentence = new Sentence(text);
	if (sentence.text.trim() === "") {
		return [];
	}
	const task = readTaskWords(sentence);
	const means = readMeansWords(sentence);
	const isChat = task?.task === "text-generation";
	return [
		...(task === undefined ? [] : sayTask(task)),
		...means.filter(({ kind, value }) => kind !== "capability" || isChat || value !== "reasoning"),
		...readLanguageWords(sentence),
		...readLicenseWords(sentence),
		...readTermWords(sentence),
		...readNameWords(sentence),
		...readMachineWords(sentence),
		...readAmountWords(sentence),
	];
}

function sayTask({
	task,
	purpose,
	strength,
	text: excerpt,
}: NonNullable<ReturnType<typeof readTaskWords>>): readonly Said[] {
	return [
		{ kind: "task", value: task, strength, excerpt },
		...(purpose === undefined
			? []
			: [{ kind: "purpose", value: purpose, strength: "prefer", excerpt } as const]),
	];
}
