/** Kinds of work that independent evaluations judge models by. */
export const qualityTasks = [
	"chat",
	"coding",
	"reasoning",
	"math",
	"instructionFollowing",
	"functionCalling",
	"agentic",
	"longContext",
	"multilingual",
	"translation",
	"summarization",
	"vision",
	"embedding",
	"reranking",
	"transcription",
] as const;

export type QualityTask = (typeof qualityTasks)[number];

/** Tasks of one domain are done by the same models, and results of one say something about the others. */
export type QualityDomain = "language" | "vision" | "embedding" | "transcription";

const domains: Partial<Readonly<Record<QualityTask, QualityDomain>>> = {
	vision: "vision",
	embedding: "embedding",
	reranking: "embedding",
	transcription: "transcription",
};

export function findDomain(task: QualityTask): QualityDomain {
	return domains[task] ?? "language";
}

/** What people and the Hub call the tasks; where several are in a text, the first of these counts. */
const spellings: readonly (readonly [QualityTask, RegExp])[] = [
	["reranking", /\bre ?rank|\btext ranking\b|\bcross encoder/],
	["embedding", /\bembed|\bfeature extraction\b|\bsentence similarity\b|\bretriev|\bsemantic search\b/],
	["transcription", /\btranscri|\bspeech recognition\b|\basr\b|\bspeech to text\b/],
	[
		"vision",
		/\bvision|\bvisual\b|\bvlm\b|\bmulti ?modal|\b(?:image|video|any)(?: text)? to (?:text|any)\b|\bocr\b|\bdocument question/,
	],
	["functionCalling", /\bfunction|\btools?\b/],
	["agentic", /\bagent/],
	["coding", /\bcod(?:e|er|ing)\b|\bprogramming\b|\bsoftware\b/],
	["math", /\bmath/],
	["translation", /\btranslat/],
	["summarization", /\bsummar/],
	["longContext", /\blong ?context\b/],
	["multilingual", /\bmulti ?ling|\blanguages\b|\bcross ?lingual/],
	["instructionFollowing", /\binstruction/],
	["reasoning", /\breason|\bknowledge\b|\blogic/],
	["chat", /\bchat|\bconversation|\bassistant\b|\btext ?2? ?(?:text )?generation\b|\bgeneral\b|\bwriting\b/],
];

/** The task that a word of people's or a pipeline id of the Hub speaks of; `undefined` for any other text. */
export function readQualityTask(text: string): QualityTask | undefined {
	const plain = text
		.replaceAll(/([a-z])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, " ")
		.trim();
	return spellings.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Work that words of models' names tell apart within a pipeline's task. */
const specialties: readonly QualityTask[] = ["coding", "math", "translation", "functionCalling", "reasoning"];

/**
 * What to judge models by for work of these pipeline ids, by models with these words in their names; `undefined` where no
 * evaluations are known of it.
 */
export function chooseQualityTask(
	pipelineIds: readonly string[],
	nameWords: readonly string[],
): QualityTask | undefined {
	const [task] = pipelineIds.flatMap((id) => readQualityTask(id) ?? []);
	const special = nameWords.flatMap((word) => readQualityTask(word) ?? []);
	return task === "chat" ? (special.find((each) => specialties.includes(each)) ?? task) : task;
}
