import { readNameSize } from "../../model/nameSize.ts";
import type { Relation } from "../../model/relation.ts";
import { type QualityTask, qualityTasks } from "./qualityTask.ts";
import type { TraitSource } from "./traits.ts";

/** A model's results for one kind of work, over benchmarks and brought onto one scale. */
export interface EvidenceScore {
	readonly task: QualityTask;
	/** In standard deviations of the models that were evaluated; larger is better. */
	readonly score: number;
	/** Benchmarks that it is the mean of, at least 1. */
	readonly benchmarks: number;
}

/** What independent evaluations say of one model. */
export interface Evidence {
	readonly model: TraitSource;
	readonly scores: readonly EvidenceScore[];
}

const relationMarks: Readonly<Record<string, Relation>> = {
	f: "finetune",
	q: "quantized",
	m: "merge",
	a: "adapter",
};
const firstLetter = 65;
const msPerMonth = (365.25 / 12) * 86_400_000;

/**
 * Reads the table: by owner, one line of text a model, of its name and of fields that begin with their mark:
 * `s` parameters in billions, `a` active ones in billions, where the name does not tell them, `d` the month of its release, from January 1970, `w` bits a weight of a
 * quantization, `x` a mixture of experts, `b` a base that its name does not tell; the relation's mark and the base model's id, without its owner where that is the
 * same; then results as the task's letter (A is the first of `qualityTasks`), the score in hundredths, and `*` with how
 * many benchmarks it is the mean of, where more than one.
 */
export function decodeEvidence(table: Readonly<Record<string, readonly string[]>>): readonly Evidence[] {
	return Object.entries(table).flatMap(([owner, lines]) => lines.map((line) => decodeLine(owner, line)));
}

function decodeLine(owner: string, line: string): Evidence {
	const [name = "", ...fields] = line.split(" ");
	const read = (mark: string) => fields.find((field) => field.startsWith(mark))?.slice(1);
	const number = (mark: string) => {
		const text = read(mark);
		return text === undefined ? undefined : Number(text);
	};
	const [size, active, months, bits] = [number("s"), number("a"), number("d"), number("w")];
	const base = fields.find((field) => field.includes("/"));
	const relation = relationMarks[base?.[0] ?? ""];
	return {
		model: {
			repoId: owner === "" ? name : `${owner}/${name}`,
			...(size === undefined
				? {}
				: {
						parameters: {
							total: { value: size * 1e9, basis: "read", from: "knownModels" },
							...(active === undefined
								? {}
								: { active: { value: active * 1e9, basis: "estimated", from: "knownModels" } }),
						},
					}),
			...(months === undefined ? {} : { createdAtMs: months * msPerMonth }),
			...(bits === undefined ? {} : { quantization: { method: "", bits } }),
			...(fields.includes("x") ? { isMixtureOfExperts: true } : {}),
			...(fields.includes("b") ? { isPretrained: true } : {}),
			...(base === undefined
				? {}
				: {
						baseModels: {
							repoIds: [base.startsWith("/", 1) ? `${owner}${base.slice(1)}` : base.slice(1)],
							...(relation === undefined ? {} : { relation }),
						},
					}),
		},
		scores: fields.flatMap((field) => decodeScore(field) ?? []),
	};
}

function decodeScore(field: string): EvidenceScore | undefined {
	const [, letter = "", score, benchmarks = "1"] = /^([A-Z])(-?\d+)(?:\*(\d+))?$/.exec(field) ?? [];
	const name = qualityTasks[letter.charCodeAt(0) - firstLetter];
	return name === undefined
		? undefined
		: { task: name, score: Number(score) / 100, benchmarks: Number(benchmarks) };
}

/** How far a size that a name tells may be from the counted one to stand for it. */
const nameTolerance = 0.1;

/** A model's line in the table, as `decodeEvidence` reads it. */
export function encodeEvidence({ model, scores }: Evidence): string {
	const { repoId, parameters, createdAtMs, quantization, isMixtureOfExperts, isPretrained, baseModels } =
		model;
	const billions = (value: number) => Number((value / 1e9).toPrecision(3));
	const named = readNameSize(repoId);
	const isTold = (value: number | undefined, told: number | undefined) =>
		value === undefined || (told !== undefined && Math.abs(told / value - 1) <= nameTolerance);
	const [total, active] = [parameters?.total.value, parameters?.active?.value];
	const areTold = isTold(total, named.total) && isTold(active, named.active);
	const mark = Object.entries(relationMarks).find(([, relation]) => relation === baseModels?.relation)?.[0];
	const base = baseModels?.repoIds[0];
	const owner = repoId.slice(0, repoId.indexOf("/") + 1);
	return [
		repoId.slice(repoId.indexOf("/") + 1),
		...(total === undefined || areTold ? [] : [`s${billions(total)}`]),
		...(active === undefined || areTold ? [] : [`a${billions(active)}`]),
		...(createdAtMs === undefined ? [] : [`d${Math.round(createdAtMs / msPerMonth)}`]),
		...(quantization === undefined ? [] : [`w${quantization.bits ?? 8}`]),
		...(isMixtureOfExperts === true || active !== undefined ? ["x"] : []),
		...(isPretrained === true ? ["b"] : []),
		...(base?.includes("/")
			? [`${mark ?? "f"}${owner !== "" && base.startsWith(owner) ? base.slice(owner.length - 1) : base}`]
			: []),
		...scores.map(
			({ task, score, benchmarks }) =>
				`${String.fromCharCode(firstLetter + qualityTasks.indexOf(task))}${Math.round(score * 100)}${benchmarks > 1 ? `*${benchmarks}` : ""}`,
		),
	].join(" ");
}
