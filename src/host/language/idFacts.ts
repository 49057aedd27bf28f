import * as vscode from "vscode";
import { toRepoId } from "../../core/code/check/legacyId.ts";
import type { HubClient } from "../../core/hub/hubClient.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";
import type { ModelFacts } from "../../core/policy/evaluateModel.ts";
import type { Log } from "../log.ts";
import type { Secrets } from "../secrets.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { HubSession } from "../state/hubSession.ts";
import { AskLine, type Urgency } from "./askLine.ts";
import { isShapeKnown, readShape } from "./readShape.ts";

/** What was missing may have come, and who was refused may have been let in. */
const staleAfterMs = 3_600_000;

interface Answer {
	readonly readAtMs: number;
	readonly isMissing: boolean;
	/** The present ID of a model that answers to this one. */
	readonly canonicalId?: string;
}

/**
 * What is known of the IDs in the code: from the catalog first, then from the Hub, one request for each ID that nobody knows. What
 * nobody asked for waits in a line.
 */
export class IdFacts implements vscode.Disposable {
	readonly #session: HubSession;
	readonly #secrets: Secrets;
	readonly #store: CatalogStore;
	readonly #line: AskLine;
	readonly #answers = new Map<string, Answer>();
	readonly #access = new Map<string, { readonly readAtMs: number; readonly isGranted: boolean }>();
	/** Models whose configuration is wanted, and those for which it was asked. */
	readonly #shapes = new Set<string>();
	readonly #askedShapes = new Set<string>();
	/** Models for which it was asked what the Hub's scanners say. */
	readonly #askedScans = new Set<string>();
	#asked = 0;
	readonly #changed = new vscode.EventEmitter<void>();
	/** Something that was asked for is known now. */
	readonly onDidChange = this.#changed.event;
	readonly #subscription: vscode.Disposable;
	#generation = 0;

	constructor(session: HubSession, secrets: Secrets, store: CatalogStore, log: Log) {
		this.#session = session;
		this.#secrets = secrets;
		this.#store = store;
		this.#line = new AskLine((id, urgency) => this.#answer(id, urgency), log);
		this.#subscription = session.onDidChange(() => this.#forget());
	}

	/** What is known, at once. */
	look(id: string): ModelFacts {
		const repoId = toRepoId(id);
		const answer = this.#answers.get(repoId);
		const isFresh = answer !== undefined && Date.now() - answer.readAtMs < staleAfterMs;
		if (isFresh && answer.isMissing) {
			return { status: "missing" };
		}
		const model = this.#store.catalog.get(answer?.canonicalId ?? repoId);
		if (model === undefined) {
			return { status: "unread" };
		}
		const access = this.#access.get(model.repoId);
		return { status: "known", model, ...(access === undefined ? {} : { hasAccess: access.isGranted }) };
	}

	/** Puts what is not known of these IDs into the line; what else stood in it is wanted no more. */
	want(ids: ReadonlySet<string>): void {
		this.#line.keep("soon", (id) => ids.has(id) || this.#shapes.has(id));
		this.#line.keep("idle", () => ids.size > 0);
		for (const id of ids) {
			const known = this.look(id);
			if (this.#needsReading(id, known) || this.#needsAccess(known)) {
				this.#line.add(id, "soon");
			}
		}
		this.#line.work();
	}

	/** Puts the configuration of a model, where it is not known, into the line. */
	wantShape(model: Model): void {
		const { repoId } = model;
		if (!isShapeKnown(model) && !this.#askedShapes.has(repoId)) {
			this.#askedShapes.add(repoId);
			this.#shapes.add(repoId);
			this.#line.add(repoId, "soon");
		}
	}

	/** Asks, once all else is known, what the Hub's scanners say of a model. */
	wantScan({ repoId, security }: Model): void {
		if (security === "unknown" && !this.#askedScans.has(repoId)) {
			this.#line.add(repoId, "idle");
		}
	}

	/** Asks for one ID now, for someone who waits. Throws `HubError`; that there is none is no error. */
	async read(id: string, signal: AbortSignal): Promise<ModelFacts> {
		await this.#store.ensureLoaded();
		const known = this.look(id);
		if (known.status === "unread") {
			await this.#ask(toRepoId(id), signal, false);
		}
		return this.look(id);
	}

	/** The present commit of a model's main branch; asks for it where it is not known. Throws `HubError`. */
	async readCommit(id: string, signal: AbortSignal): Promise<string | undefined> {
		const known = await this.read(id, signal);
		if (known.status === "known" && known.model.revision === undefined) {
			await this.#ask(toRepoId(id), signal, false);
		}
		const now = this.look(id);
		return now.status === "known" ? now.model.revision : undefined;
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#line.clear();
		this.#changed.dispose();
	}

	/** Lists tell little of a model: not its commit, nor what its card says takes its place. */
	#needsReading(id: string, known: ModelFacts): boolean {
		return (
			known.status === "unread" ||
			(known.status === "known" && known.model.revision === undefined && !this.#answers.has(toRepoId(id)))
		);
	}

	#needsAccess(known: ModelFacts): boolean {
		return (
			known.status === "known" &&
			(known.model.gating === "auto" || known.model.gating === "manual") &&
			known.hasAccess === undefined
		);
	}

	async #answer(id: string, urgency: Urgency): Promise<void> {
		const { signal } = new AbortController();
		const generation = this.#generation;
		const asked = this.#asked;
		if (urgency === "idle") {
			await this.#askForScan(this.look(id), signal);
		} else {
			if (this.#needsReading(id, this.look(id))) {
				await this.#ask(toRepoId(id), signal, true);
			}
			await this.#askForAccess(this.look(id), signal);
			await this.#askForShape(this.look(id), signal);
		}
		// Who is told looks again, and would come back for what nobody can tell now.
		if (this.#asked > asked && generation === this.#generation) {
			this.#changed.fire();
		}
	}

	/** Each call stands for one request. */
	async #connect(): Promise<HubClient> {
		const hub = await this.#session.connect();
		this.#asked += 1;
		this.#line.noteRequest();
		return hub;
	}

	async #ask(repoId: string, signal: AbortSignal, isBackground: boolean): Promise<void> {
		const generation = this.#generation;
		const hub = await this.#connect();
		let model: Model | undefined;
		try {
			model = await hub.readModel(repoId, { signal, isBackground });
		} catch (error) {
			if (!isHubError(error, "notFound")) {
				throw error;
			}
		}
		if (generation !== this.#generation) {
			return;
		}
		this.#answers.set(repoId, {
			readAtMs: Date.now(),
			isMissing: model === undefined,
			...(model === undefined ? {} : { canonicalId: model.repoId }),
		});
		if (model !== undefined) {
			this.#store.addModel(model);
		}
	}

	/** Whether the token opens the files of a gated model: by asking for the smallest of them. */
	async #askForAccess(known: ModelFacts, signal: AbortSignal): Promise<void> {
		if (known.status !== "known" || !this.#needsAccess(known) || !(await this.#secrets.readToken())) {
			return;
		}
		const generation = this.#generation;
		const { repoId } = known.model;
		const hub = await this.#connect();
		let isGranted = true;
		try {
			await hub.readArchitecture(repoId, undefined, { signal, isBackground: true });
		} catch (error) {
			if (!isHubError(error, "gated") && !isHubError(error, "notFound")) {
				throw error;
			}
			isGranted = !isHubError(error, "gated");
		}
		if (generation === this.#generation) {
			this.#access.set(repoId, { readAtMs: Date.now(), isGranted });
		}
	}

	async #askForShape(known: ModelFacts, signal: AbortSignal): Promise<void> {
		if (known.status !== "known" || !this.#shapes.delete(known.model.repoId)) {
			return;
		}
		const { model } = known;
		if (isShapeKnown(model)) {
			return;
		}
		const hub = await this.#connect();
		const whole = await readShape(hub, model, signal);
		if (whole !== undefined) {
			this.#store.addModel(whole);
		}
	}

	async #askForScan(known: ModelFacts, signal: AbortSignal): Promise<void> {
		if (known.status !== "known" || known.model.security !== "unknown") {
			return;
		}
		const { repoId } = known.model;
		const hub = await this.#connect();
		const security = await hub.readSecurity(repoId, { signal, isBackground: true });
		this.#askedScans.add(repoId);
		const now = this.look(repoId);
		if (now.status === "known" && security !== "unknown") {
			this.#store.addModel({ ...now.model, security });
		}
	}

	/** The Hub, the token or the switch is another: what was asked before says nothing any more. */
	#forget(): void {
		this.#generation += 1;
		this.#answers.clear();
		this.#access.clear();
		this.#askedShapes.clear();
		this.#askedScans.clear();
		this.#shapes.clear();
		this.#line.clear();
		this.#changed.fire();
	}
}
