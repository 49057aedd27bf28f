import type { Candidate, SpannedText } from "../candidates/candidate.ts";

const list = /^[\w.-]+=[^,=\s]*(?:,[\w.-]+=[^,=\s]*)+$/;
const single = /^(?:pretrained|peft|tokenizer|model)=[^,=\s]+$/;
const pair = /([\w.-]+)=([^,=\s]*)/g;

/** Whether a text gives several names their values, as in `pretrained=a/b,dtype=auto`. */
export function isAssignmentList(text: string): boolean {
	return text.length < 2_000 && (list.test(text) || single.test(text));
}

/** The values of such a text, each given to its name, with the others beside it. */
export function splitAssignments(candidate: Candidate): readonly Candidate[] {
	const named = new Map<string, SpannedText>();
	for (const [all, name = "", value = ""] of candidate.value.matchAll(pair)) {
		const inner = /^(["'])(.*)\1$/.exec(value)?.[2];
		const start =
			candidate.start + candidate.value.indexOf(all) + name.length + (inner === undefined ? 1 : 2);
		named.set(name, { value: inner ?? value, start, end: start + (inner ?? value).length });
	}
	const beside: Candidate["beside"] = (names) =>
		names.map((name) => named.get(name)).find((each) => each !== undefined);
	return [...named].map(([name, text]) => ({ ...candidate, ...text, names: [name], before: [], beside }));
}
