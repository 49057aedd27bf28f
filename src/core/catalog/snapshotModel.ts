import type { Artifact } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";
import type { Architecture, Counters, DeclaredLicense, Model, Offer, Quantization } from "../model/model.ts";
import type { StatedResult } from "../model/statedResult.ts";
import { type SnapshotRow, splitText, type WrittenRow, type WrittenStated } from "./snapshotSchema.ts";

/** The row of a model, without its derivatives and readings. */
export function writeModel(model: Model, factsAtMs: number): WrittenRow {
	const { parameters, contextLength, counters } = model;
	const known = dropUnknown({
		hubId: model.hubId,
		author: model.author === ownerOf(model.repoId) ? undefined : (model.author ?? ""),
		task: model.task,
		library: model.library,
		languages: model.languages?.join(" "),
		license: model.license && writeLicense(model.license),
		parameters: parameters && writeFigure(parameters.total),
		active: parameters?.active && writeFigure(parameters.active),
		moe: model.isMixtureOfExperts,
		chatTemplate: model.hasChatTemplate,
		formats: model.formats.length > 0 ? model.formats.join(" ") : undefined,
		quantization: model.quantization && writeQuantization(model.quantization),
		storedBits: model.storedBits,
		context: contextLength && writeFigure(contextLength),
		architecture: model.architecture && writeArchitecture(model.architecture),
		gating: model.gating,
		private: model.isPrivate,
		disabled: model.isDisabled,
		customCode: model.hasCustomCode,
		security: model.security === "unknown" ? undefined : model.security,
		counters: writeCells([
			counters.downloads30d,
			counters.downloadsAllTime,
			counters.likes,
			counters.trendingScore,
		]),
		created: toSeconds(model.createdAtMs),
		modified: toSeconds(model.lastModifiedMs),
		relation: model.baseModels?.relation,
		bases: model.baseModels && [...model.baseModels.repoIds],
		derivativeCounts: model.derivativeCounts,
		successor: model.successor,
		artifacts: model.artifacts && writeArtifacts(model.artifacts),
		offers: model.offers?.map(writeOffer),
		stated: model.statedResults?.map(writeStated),
		revision: model.revision,
		at: model.readAtMs === factsAtMs ? undefined : toSeconds(model.readAtMs),
	});
	return { id: model.repoId, ...known };
}

/** The model of a checked row. */
export function readModel(row: SnapshotRow, factsAtMs: number): Model {
	const author = row.author === undefined ? ownerOf(row.id) : row.author || undefined;
	return {
		repoId: row.id,
		formats: row.formats ?? [],
		security: row.security ?? "unknown",
		counters: readCounters(row.counters ?? []),
		readAtMs: toMs(row.at) ?? factsAtMs,
		...dropUnknown({
			hubId: row.hubId,
			author,
			task: row.task,
			library: row.library,
			languages: row.languages === undefined ? undefined : splitText(row.languages),
			license: row.license === undefined ? undefined : readLicense(row.license),
			parameters: row.parameters && {
				total: readFigure(row.parameters),
				...(row.active && { active: readFigure(row.active) }),
			},
			isMixtureOfExperts: row.moe,
			hasChatTemplate: row.chatTemplate,
			quantization: row.quantization && readQuantization(row.quantization),
			storedBits: row.storedBits,
			contextLength: row.context && readFigure(row.context),
			architecture: row.architecture,
			gating: row.gating,
			isPrivate: row.private,
			isDisabled: row.disabled,
			hasCustomCode: row.customCode,
			createdAtMs: toMs(row.created),
			lastModifiedMs: toMs(row.modified),
			baseModels: row.bases && { repoIds: row.bases, ...(row.relation && { relation: row.relation }) },
			derivativeCounts: row.derivativeCounts,
			successor: row.successor,
			artifacts: row.artifacts,
			offers: row.offers?.map(readOffer),
			statedResults: row.stated?.map(readStated),
			revision: row.revision,
		}),
	};
}

/** Benchmark, value, `1` where verified; then part, metric, source and time in seconds, `null` where unknown. */
function writeStated(result: StatedResult): WrittenStated {
	const { benchmark, value, isVerified, part, metric, source, measuredAtMs } = result;
	const more = [part ?? null, metric ?? null, source ?? null] as const;
	return [benchmark, value, isVerified ? 1 : 0, ...more, toSeconds(measuredAtMs) ?? null];
}

function readStated([benchmark, value, verified, part, metric, source, at]: WrittenStated): StatedResult {
	return {
		benchmark,
		value,
		isVerified: verified === 1,
		...dropUnknown({
			part: part ?? undefined,
			metric: metric ?? undefined,
			source: source ?? undefined,
			measuredAtMs: toMs(at ?? undefined),
		}),
	};
}

/** An object without the fields that are `undefined`. */
export function dropUnknown<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const known: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
	for (const key in fields) {
		const value = fields[key];
		if (isKnown(value)) {
			known[key] = value;
		}
	}
	return known;
}

function isKnown<V>(value: V): value is Exclude<V, undefined> {
	return value !== undefined;
}

/** Seconds since the epoch, in which times are written. */
export function toSeconds(timeMs: number): number;
export function toSeconds(timeMs: number | undefined): number | undefined;
export function toSeconds(timeMs: number | undefined): number | undefined {
	return timeMs === undefined ? undefined : timeMs / 1000;
}

/** Milliseconds since the epoch of a written time. */
export function toMs(seconds: number): number;
export function toMs(seconds: number | null | undefined): number | undefined;
export function toMs(seconds: number | null | undefined): number | undefined {
	return seconds === undefined || seconds === null ? undefined : Math.round(seconds * 1000);
}

function ownerOf(repoId: string): string | undefined {
	const [owner, name] = repoId.split("/");
	return name === undefined ? undefined : owner;
}

type WrittenFigure = NonNullable<WrittenRow["parameters"]>;

function writeFigure({ value, basis, from, low, high }: Figure): WrittenFigure {
	return low === undefined && high === undefined
		? [value, basis, from]
		: [value, basis, from, low ?? null, high ?? null];
}

function readFigure([value, basis, from, low, high]: NonNullable<SnapshotRow["parameters"]>): Figure {
	return {
		value,
		basis,
		from,
		...(typeof low === "number" ? { low } : {}),
		...(typeof high === "number" ? { high } : {}),
	};
}

function writeArchitecture({ kvGroups, ...shape }: Architecture): NonNullable<WrittenRow["architecture"]> {
	return kvGroups ? { ...shape, kvGroups: [...kvGroups] } : shape;
}

function writeLicense(license: DeclaredLicense): NonNullable<WrittenRow["license"]> {
	const { id, origin, ...details } = license;
	return origin === "tag" && Object.keys(details).length === 0 ? id : license;
}

function readLicense(license: NonNullable<SnapshotRow["license"]>): DeclaredLicense {
	return typeof license === "string" ? { id: license, origin: "tag" } : license;
}

function writeQuantization({
	method,
	bits,
}: NonNullable<Model["quantization"]>): [string] | [string, number] {
	return bits === undefined ? [method] : [method, bits];
}

function readQuantization([method, bits]: NonNullable<SnapshotRow["quantization"]>): Quantization {
	return { method, ...(bits === undefined ? {} : { bits }) };
}

function writeArtifacts(artifacts: readonly Artifact[]): NonNullable<WrittenRow["artifacts"]> {
	return artifacts.map(({ tensors: _, ...artifact }) => ({ ...artifact, files: [...artifact.files] }));
}

function writeOffer(offer: Offer): NonNullable<WrittenRow["offers"]>[number] {
	const { formats, quantization, artifacts } = offer;
	return {
		id: offer.repoId,
		standing: offer.standing,
		...dropUnknown({
			formats: formats.length > 0 ? formats.join(" ") : undefined,
			quantization: quantization && writeQuantization(quantization),
			storedBits: offer.storedBits,
			artifacts: artifacts && writeArtifacts(artifacts),
			created: toSeconds(offer.createdAtMs),
			modified: toSeconds(offer.lastModifiedMs),
			outdated: offer.isOutdated,
		}),
	};
}

function readOffer(row: NonNullable<SnapshotRow["offers"]>[number]): Offer {
	return {
		repoId: row.id,
		standing: row.standing,
		formats: row.formats ?? [],
		...dropUnknown({
			quantization: row.quantization && readQuantization(row.quantization),
			storedBits: row.storedBits,
			artifacts: row.artifacts,
			createdAtMs: toMs(row.created),
			lastModifiedMs: toMs(row.modified),
			isOutdated: row.outdated,
		}),
	};
}

function writeCells(cells: readonly (number | undefined)[]): (number | null)[] | undefined {
	const known = cells.reduce<number>((end, cell, at) => (cell === undefined ? end : at + 1), 0);
	return known === 0 ? undefined : cells.slice(0, known).map((cell) => cell ?? null);
}

function readCounters(cells: readonly (number | null)[]): Counters {
	const [downloads30d, downloadsAllTime, likes, trendingScore] = cells.map((cell) => cell ?? undefined);
	return dropUnknown({ downloads30d, downloadsAllTime, likes, trendingScore });
}
