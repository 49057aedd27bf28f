import type { InputKind } from "./requirement.ts";

const byWord: readonly (readonly [RegExp, InputKind])[] = [
	[/^(?:automatic-speech-recognition|audio-.*|voice-activity-detection)$/, "audio"],
	[/^(?:video-.*)$/, "video"],
	[
		/^(?:image-.*|visual-.*|document-question-answering|object-detection|zero-shot-image-classification|zero-shot-object-detection|depth-estimation|mask-generation|keypoint-detection)$/,
		"image",
	],
];

/** What a task takes beside text; `undefined` for those that take text alone, and for those that may take anything. */
export function inputOfTask(task: string): InputKind | undefined {
	return byWord.find(([pattern]) => pattern.test(task))?.[1];
}
