import type { Ancestor } from "../license/lineage.ts";
import { readLicenseTerms } from "../license/readLicenseTerms.ts";
import { findTerms } from "../license/termsTable.ts";
import type { DeclaredLicense } from "../model/model.ts";
import { parseRepoId } from "../model/repoId.ts";
import type { AuditedModel } from "./audit.ts";
import type { ReportInput } from "./report.ts";

/**
 * An audit as a CycloneDX 1.6 bill of materials (https://cyclonedx.org/docs/1.6/json/, 2024-04): a machine-learning-model
 * component for each model, with its license, its places in the code, its ancestors, and the files that are pinned.
 */
export function createCycloneDx({ audit, name, toolVersion, endpoint }: ReportInput): object {
	const root = { "bom-ref": "workspace", type: "application", name };
	const components = audit.models.map((model) => describeModel(model, endpoint));
	return {
		$schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
		bomFormat: "CycloneDX",
		specVersion: "1.6",
		version: 1,
		metadata: {
			timestamp: new Date(audit.atMs).toISOString(),
			tools: { components: [{ type: "application", name: "open-models", version: toolVersion }] },
			component: root,
		},
		components,
		dependencies: [
			{ ref: root["bom-ref"], dependsOn: audit.models.map(({ repoId }) => nameRef(repoId)) },
			...audit.models.map(({ repoId }) => ({ ref: nameRef(repoId) })),
		],
	};
}

function describeModel(audited: AuditedModel, endpoint: string): object {
	const { facts, pins, repoId, uses } = audited;
	const model = facts.status === "known" ? facts.model : undefined;
	const [pin] = pins;
	const written = uses.find(({ revision }) => revision !== undefined)?.revision;
	const version = pin?.revision ?? written;
	const license = model?.license ?? (pin?.license && { ...pin.license, origin: "card" as const });
	const task = model?.task;
	const architecture = model?.architecture?.name;
	const ancestors = facts.status === "known" ? (facts.ancestors ?? []) : [];
	return {
		"bom-ref": nameRef(repoId),
		type: "machine-learning-model",
		...nameParts(repoId),
		...(version === undefined ? {} : { version }),
		purl: writePurl(repoId, version),
		...describeLicense(license),
		externalReferences: [{ type: "website", url: `${endpoint}/${repoId}` }],
		modelCard: {
			modelParameters: {
				...(task === undefined ? {} : { task }),
				...(architecture === undefined ? {} : { modelArchitecture: architecture }),
			},
		},
		...(ancestors.length === 0 ? {} : { pedigree: { ancestors: ancestors.map(describeAncestor) } }),
		evidence: {
			occurrences: uses.map(({ path, line, callSite }) => ({ location: path, line, symbol: callSite })),
		},
		...(pin?.files === undefined ? {} : { components: pin.files.map(describeFile) }),
		properties: [
			{ name: "open-models:facts", value: facts.status },
			...listFindingProperties(audited),
			...uses
				.filter(({ id }) => id !== repoId)
				.map(({ id }) => ({ name: "open-models:writtenAs", value: id })),
		],
	};
}

/** What was found, once however many uses it is about: `error licenseForbidden`. */
function listFindingProperties({ uses }: AuditedModel): readonly { name: string; value: string }[] {
	const values = uses.flatMap(({ findings }) =>
		findings.map(({ code, severity, exception }) => `${exception ? "excepted" : severity} ${code}`),
	);
	return [...new Set(values)].map((value) => ({ name: "open-models:finding", value }));
}

function describeAncestor({ repoId, license, relation }: Ancestor): object {
	return {
		type: "machine-learning-model",
		...nameParts(repoId),
		purl: writePurl(repoId, undefined),
		...describeLicense(license),
		...(relation === undefined ? {} : { properties: [{ name: "open-models:relation", value: relation }] }),
	};
}

function describeFile({
	path,
	sha256,
	sizeBytes,
}: {
	path: string;
	sha256?: string;
	sizeBytes?: number;
}): object {
	return {
		type: "file",
		name: path,
		...(sha256 === undefined ? {} : { hashes: [{ alg: "SHA-256", content: sha256 }] }),
		...(sizeBytes === undefined
			? {}
			: { properties: [{ name: "open-models:sizeBytes", value: String(sizeBytes) }] }),
	};
}

/** By SPDX id where the license has one, else by its name with a link to the text. Nothing stated, nothing said. */
function describeLicense(license: DeclaredLicense | undefined): object {
	if (license === undefined || license.origin === "inherited") {
		return {};
	}
	const terms = readLicenseTerms(license);
	const spdx = terms.title === undefined ? undefined : findTerms(terms.title)?.spdx;
	const title = terms.title ?? license.name ?? license.id;
	const url = terms.textUrl;
	const stated = spdx === undefined ? { name: title } : { id: spdx };
	return { licenses: [{ license: { ...stated, ...(url === undefined ? {} : { url }) } }] };
}

function nameParts(repoId: string): { group?: string; name: string } {
	const parts = parseRepoId(repoId);
	return {
		...(parts?.owner === undefined ? {} : { group: parts.owner }),
		name: parts?.name ?? repoId,
	};
}

function nameRef(repoId: string): string {
	return `model:${repoId}`;
}

/** https://github.com/package-url/purl-spec/blob/main/types-doc/huggingface-definition.md (2025-06): the version in lower case. */
function writePurl(repoId: string, revision: string | undefined): string {
	const path = repoId.split("/").map(encodeURIComponent).join("/");
	const version = revision === undefined ? "" : `@${encodeURIComponent(revision.toLowerCase())}`;
	return `pkg:huggingface/${path}${version}`;
}
