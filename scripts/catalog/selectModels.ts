import { findParameterBucket, parameterBuckets } from "../../src/core/catalog/parameterBuckets.ts";
import { licenseClasses } from "../../src/core/license/licenseClass.ts";
import { classifyLicense } from "../../src/core/license/resolveLicense.ts";
import type { Model } from "../../src/core/model/model.ts";

/** Made by removing what a model was taught to refuse, or for adults: popular, but not what to offer unasked. */
const unaskedPattern = /uncensored|abliterat|-crack|heretic|nsfw|porn|hentai|erotic|lewd|nude/i;

/** Names of models that exist to test software, whose downloads are those of test runs. */
const testPattern = /tiny-random|internal-testing|dummy|-test$/i;

/** Below either of these hardly anybody knows a model. */
const knownLikes = 10;
const knownDownloads = 200;

/** A group that the catalog must have some of, and in which order they are taken. */
interface Quota {
	readonly share: number;
	readonly order: (a: Model, b: Model) => number;
	readonly belongs: (model: Model) => boolean;
}

/**
 * Up to `limit` models that show the breadth of what there is: all well-known ones, then in turns the most downloaded of
 * each task, size bucket, license class, license and language, and what trends, then the most downloaded of the rest.
 * No author has more than a 25th of the places. The same input gives the same models in the same order.
 */
export function selectModels(pool: readonly Model[], wellKnown: ReadonlySet<string>, limit: number): Model[] {
	const candidates = pool.filter(isOffered);
	const chosen = new Map<string, Model>();
	const perAuthor = new Map<string, number>();
	const authorCap = Math.max(3, Math.floor(limit / 25));
	const choose = (model: Model): void => {
		chosen.set(model.repoId, model);
		const author = model.author ?? "";
		perAuthor.set(author, (perAuthor.get(author) ?? 0) + 1);
	};
	for (const model of pool) {
		if (wellKnown.has(model.repoId) && chosen.size < limit) {
			choose(model);
		}
	}
	const queues = makeQuotas(candidates, limit).map(({ share, order, belongs }) => ({
		left: share,
		models: candidates.filter(belongs).sort(order),
		next: 0,
	}));
	for (let isProgress = true; isProgress && chosen.size < limit; ) {
		isProgress = false;
		for (const queue of queues) {
			const found = queue.models.findIndex(
				(model, at) =>
					at >= queue.next &&
					!chosen.has(model.repoId) &&
					(perAuthor.get(model.author ?? "") ?? 0) < authorCap,
			);
			const model = queue.models[found];
			if (queue.left > 0 && model !== undefined && chosen.size < limit) {
				queue.left--;
				queue.next = found + 1;
				choose(model);
				isProgress = true;
			}
		}
	}
	return [...chosen.values()].sort((a, b) => compareWords(a.repoId.toLowerCase(), b.repoId.toLowerCase()));
}

function isOffered(model: Model): boolean {
	return (
		!unaskedPattern.test(model.repoId) &&
		!testPattern.test(model.repoId) &&
		model.isPrivate !== true &&
		model.isDisabled !== true &&
		(model.counters.likes ?? 0) >= knownLikes &&
		(model.counters.downloads30d ?? 0) >= knownDownloads
	);
}

function makeQuotas(candidates: readonly Model[], limit: number): Quota[] {
	const part = (share: number): number => Math.ceil(limit * share);
	const values = (read: (model: Model) => readonly string[]): string[] =>
		[...new Set(candidates.flatMap(read))].sort(compareWords);
	const perValue = (read: (model: Model) => readonly string[], share: number): Quota[] =>
		values(read).map((value) => ({
			share,
			order: byDownloads,
			belongs: (model) => read(model).includes(value),
		}));
	return [
		{ share: part(0.2), order: byTrending, belongs: () => true },
		...perValue((model) => (model.task === undefined ? [] : [model.task]), part(0.025)),
		...parameterBuckets.map(
			(bucket): Quota => ({
				share: part(0.05),
				order: byDownloads,
				belongs: (model) => findParameterBucket(model.parameters?.total.value) === bucket,
			}),
		),
		...licenseClasses.map(
			(name): Quota => ({
				share: part(0.06),
				order: byDownloads,
				belongs: (model) => classifyLicense(model.license) === name,
			}),
		),
		...perValue((model) => (model.license === undefined ? [] : [model.license.id]), 2),
		...perValue((model) => model.languages ?? [], 2),
		{ share: limit, order: byDownloads, belongs: () => true },
	];
}

function byDownloads(a: Model, b: Model): number {
	return (
		(b.counters.downloads30d ?? -1) - (a.counters.downloads30d ?? -1) || compareWords(a.repoId, b.repoId)
	);
}

function byTrending(a: Model, b: Model): number {
	return (b.counters.trendingScore ?? -1) - (a.counters.trendingScore ?? -1) || byDownloads(a, b);
}

function compareWords(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
