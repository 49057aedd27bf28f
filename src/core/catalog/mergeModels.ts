import type { Architecture, Counters, DeclaredLicense, Model, Parameters } from "../model/model.ts";

/**
 * Two readings of one model as one record. The newer reading wins (at equal dates: `incoming`); where it lacks a field:
 *
 * - **Facts of the card** (task, library, languages, license, base models): every reading asks for them, so that their
 *   absence is news, and what the older one said is dropped. Only the details of an unchanged license (its name and link,
 *   or that it was inherited from the same base model), which a list row cannot tell, are kept.
 * - **Facts of the weights** (parameters, experts, formats, quantization, stored bits, context, architecture) and of the
 *   repository (Hub id, author, creation, gating, custom code, derivative counts, each counter): absence means "not asked",
 *   and they hardly change: the older one's is kept. An estimate does not replace what was read, nor the bare name of an
 *   architecture, which is all that a record tells, its layers.
 * - **Facts of a revision** (artifacts, security, revision): kept only if the repository was not modified in between. Then
 *   files whose sizes were read also outlast a list of mere names, and what their headers told is kept.
 */
export function mergeModels(known: Model, incoming: Model): Model {
	const [newer, older] = incoming.readAtMs >= known.readAtMs ? [incoming, known] : [known, incoming];
	const license = mergeLicense(newer, older);
	const parameters = mergeParameters(newer.parameters, older.parameters);
	const isUnmodified = isSameRevision(newer, older);
	const architecture = mergeArchitecture(newer.architecture, older.architecture);
	const artifacts = isUnmodified ? mergeArtifacts(newer, older) : newer.artifacts;
	const { license: _license, parameters: _parameters, artifacts: _artifacts, ...facts } = newer;
	return {
		...keepWeightsAndRepository(older),
		...(isUnmodified && older.revision !== undefined ? { revision: older.revision } : {}),
		...facts,
		repoId: pickLabel(newer, older),
		...(license === undefined ? {} : { license }),
		...(parameters === undefined ? {} : { parameters }),
		...(architecture === undefined ? {} : { architecture }),
		...(artifacts === undefined ? {} : { artifacts }),
		formats: newer.formats.length > 0 ? newer.formats : older.formats,
		security: newer.security === "unknown" && isUnmodified ? older.security : newer.security,
		counters: mergeCounters(newer.counters, older.counters),
	};
}

/** The label of the newer reading, unless only the older one knows the identity behind it. */
function pickLabel(newer: Model, older: Model): string {
	return newer.hubId === undefined && older.hubId !== undefined ? older.repoId : newer.repoId;
}

const keptFields = [
	"hubId",
	"author",
	"createdAtMs",
	"lastModifiedMs",
	"isMixtureOfExperts",
	"hasChatTemplate",
	"quantization",
	"storedBits",
	"contextLength",
	"gating",
	"isPrivate",
	"isDisabled",
	"hasCustomCode",
	"derivativeCounts",
	"successor",
	"statedResults",
	"offers",
] as const satisfies readonly (keyof Model)[];

function keepWeightsAndRepository(older: Model): Partial<Model> {
	return Object.fromEntries(
		keptFields.flatMap((field) => (older[field] === undefined ? [] : [[field, older[field]]])),
	);
}

/** A list of files is of one revision and one reading: it comes as a whole. */
function mergeArtifacts(newer: Model, older: Model): Model["artifacts"] {
	const hasSizes = (model: Model): boolean =>
		model.artifacts?.some((artifact) => artifact.sizeBytes !== undefined) === true;
	if (newer.artifacts === undefined || (hasSizes(older) && !hasSizes(newer))) {
		return older.artifacts;
	}
	const read = new Map(older.artifacts?.map(({ files, tensors }) => [files.join("\n"), tensors]));
	return newer.artifacts.map((artifact) => {
		const tensors = artifact.tensors ?? read.get(artifact.files.join("\n"));
		return tensors ? { ...artifact, tensors } : artifact;
	});
}

function isSameRevision(newer: Model, older: Model): boolean {
	if (newer.revision !== undefined && older.revision !== undefined) {
		return newer.revision === older.revision;
	}
	return newer.lastModifiedMs === undefined || newer.lastModifiedMs === older.lastModifiedMs;
}

function mergeLicense(newer: Model, older: Model): DeclaredLicense | undefined {
	const [now, before] = [newer.license, older.license];
	if (before === undefined) {
		return now;
	}
	if (now === undefined) {
		const isStillInherited =
			before.origin === "inherited" &&
			before.inheritedFrom !== undefined &&
			newer.baseModels?.repoIds.includes(before.inheritedFrom) === true;
		return isStillInherited ? before : undefined;
	}
	return now.id === before.id && now.origin === "tag" && now.name === undefined && now.link === undefined
		? { ...before, ...now }
		: now;
}

function mergeParameters(
	now: Parameters | undefined,
	before: Parameters | undefined,
): Parameters | undefined {
	if (now === undefined || before === undefined) {
		return now ?? before;
	}
	const total =
		now.total.basis === "estimated" && before.total.basis !== "estimated" ? before.total : now.total;
	const active = now.active ?? before.active;
	return { total, ...(active === undefined ? {} : { active }) };
}

function mergeArchitecture(
	now: Architecture | undefined,
	before: Architecture | undefined,
): Architecture | undefined {
	const isBareName = now !== undefined && Object.keys(now).every((key) => key === "name");
	return isBareName ? { ...now, ...before } : (now ?? before);
}

/** Each counter is a reading of its own. */
function mergeCounters(now: Counters, before: Counters): Counters {
	return { ...before, ...now };
}
