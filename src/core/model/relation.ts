/** The Hub's four relations of a derivative to its base model, in the order in which they are shown. */
export const relations = ["finetune", "adapter", "merge", "quantized"] as const;

/** How a derivative was made from its base model. */
export type Relation = (typeof relations)[number];

/** Whether a word from outside is one of the Hub's relations. */
export function isRelation(word: string): word is Relation {
	return (relations as readonly string[]).includes(word);
}
