import * as vscode from "vscode";
import { completeLocally } from "../../core/code/ids/completion/completeLocally.ts";
import {
	type CompletionPlace,
	findCompletionPlace,
	mayHavePlace,
	type PlaceMemory,
} from "../../core/code/ids/completion/completionPlace.ts";
import type { Model } from "../../core/model/model.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { nameLicense } from "../words/licenseName.ts";
import { describeModelLine, summarizeParameters, summarizeVerdicts } from "../words/modelWords.ts";
import { readDocumentLanguage } from "./documentIds.ts";
import { createModelCard } from "./modelCard.ts";
import { pause } from "./pause.ts";
import type { TypeAhead } from "./typeAhead.ts";

const mostOffered = 40;
/** Keys of someone who types fast come closer than this. */
const keyMs = 40;

/** A model in the list, with what its documentation is made of when it is looked at. */
class ModelCompletion extends vscode.CompletionItem {
	constructor(
		readonly repoId: string,
		readonly model: Model | undefined,
	) {
		super(repoId, vscode.CompletionItemKind.Value);
	}
}

/** Completes IDs where models' IDs belong: from the catalog at once, and from the Hub's type-ahead when that has answered. */
export class IdCompletions implements vscode.CompletionItemProvider {
	readonly #store: CatalogStore;
	readonly #judge: ModelJudge;
	readonly #fit: FitSource;
	readonly #typeAhead: TypeAhead;
	readonly #memory: PlaceMemory = {};

	constructor(store: CatalogStore, judge: ModelJudge, fit: FitSource, typeAhead: TypeAhead) {
		this.#store = store;
		this.#judge = judge;
		this.#fit = fit;
		this.#typeAhead = typeAhead;
	}

	async provideCompletionItems(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<vscode.CompletionList | undefined> {
		const place = await this.#findPlace(document, position, token);
		if (place === undefined) {
			return undefined;
		}
		await Promise.all([this.#store.ensureLoaded(), this.#fit.ensureLoaded()]);
		if (token.isCancellationRequested) {
			return undefined;
		}
		const local = completeLocally(this.#store.catalog, place, mostOffered);
		const suggested = await this.#typeAhead.suggest(place.typed, local.length === 0, token, {
			document,
			position,
		});
		const names = new Set(local.map(({ repoId }) => repoId));
		const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
		const inserting = new vscode.Range(range.start, position);
		const items = [
			...local.map((model) => this.#createItem(model.repoId, model)),
			...suggested
				.filter((repoId) => !names.has(repoId))
				.map((repoId) => this.#createItem(repoId, this.#store.catalog.get(repoId))),
		];
		for (const [index, item] of items.entries()) {
			item.range = { inserting, replacing: range };
			item.sortText = String(index).padStart(3, "0");
		}
		return new vscode.CompletionList(items, true);
	}

	resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
		const model = item instanceof ModelCompletion ? item.model : undefined;
		if (model !== undefined) {
			const judged = this.#judge.judge(model);
			const direction = this.#judge.judgeDirection(model);
			item.detail = describeModelLine(
				model,
				judged.map(({ verdict }) => verdict),
				direction,
			);
			item.documentation = createModelCard({ model, judged, direction });
		}
		return item;
	}

	/** Looks at the line at once, and at the whole text only when no other key comes. */
	async #findPlace(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<CompletionPlace | undefined> {
		const language = readDocumentLanguage(document);
		const line = document.lineAt(position).text;
		if (
			language === undefined ||
			!mayHavePlace(line, position.character, language.languageId, language) ||
			!(await pause(keyMs, token))
		) {
			return undefined;
		}
		const offset = document.offsetAt(position);
		return findCompletionPlace(document.getText(), language.languageId, offset, language, this.#memory);
	}

	#createItem(repoId: string, model: Model | undefined): ModelCompletion {
		const item = new ModelCompletion(repoId, model);
		item.filterText = repoId;
		if (model === undefined) {
			item.label = { label: repoId, description: vscode.l10n.t("On the Hub") };
			return item;
		}
		const verdicts = this.#judge.judge(model).map(({ verdict }) => verdict);
		const description = [
			nameLicense(model.license),
			summarizeParameters(model.parameters),
			summarizeVerdicts(verdicts),
		];
		item.label = { label: repoId, description: description.filter(Boolean).join(" · ") };
		return item;
	}
}
