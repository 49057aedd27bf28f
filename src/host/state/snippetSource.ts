import type { Snippet } from "../../core/code/snippets.ts";
import type { Model } from "../../core/model/model.ts";

/** The module that holds the Hub's tables of libraries and apps: large, so it is loaded when a snippet is first needed. */
export interface SnippetModule {
	listSnippets(model: Model): readonly Snippet[];
}

/** Ways to use a model. */
export class SnippetSource {
	readonly #load: () => Promise<SnippetModule>;
	#module: Promise<SnippetModule> | undefined;

	constructor(load: () => Promise<SnippetModule>) {
		this.#load = load;
	}

	async list(model: Model): Promise<readonly Snippet[]> {
		this.#module ??= this.#load();
		return (await this.#module).listSnippets(model);
	}
}
