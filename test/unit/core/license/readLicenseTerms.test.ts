import assert from "node:assert/strict";
import table from "../../../../src/core/license/licenses.json";
import { findLicenseById } from "../../../../src/core/license/licenseTable.ts";
import licenseTerms from "../../../../src/core/license/licenseTerms.json";
import type { LicenseTerms, Obligation } from "../../../../src/core/license/licenseTerms.ts";
import { readLicenseTerms } from "../../../../src/core/license/readLicenseTerms.ts";
import { classifyLicense } from "../../../../src/core/license/resolveLicense.ts";
import type { DeclaredLicense } from "../../../../src/core/model/model.ts";

/** The ids that the Hub accepts, of https://huggingface.co/docs/hub/repositories-licenses, 2026-11. */
const hubIds =
	"apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m bigscience-bloom-rail-1.0 bigcode-openrail-m afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear c-uda cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc h-research intel-research lppl-1.3c ms-pl apple-ascl apple-amlr mpl-2.0 odc-by odbl openmdw-1.0 openmdw-1.1 openrail++ osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib pddl lgpl-lr deepfloyd-if-license fair-noncommercial-research-license llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 grok2-community gemma unknown other".split(
		" ",
	);

function read(id: string, name?: string, link?: string): LicenseTerms {
	return readLicenseTerms(declare(id, name, link));
}

function declare(id: string, name?: string, link?: string): DeclaredLicense {
	return {
		id,
		origin: "tag",
		...(name !== undefined && { name }),
		...(link !== undefined && { link }),
	};
}

function findObligation<C extends Obligation["code"]>(
	terms: LicenseTerms,
	code: C,
): Extract<Obligation, { code: C }> | undefined {
	return terms.obligations.find(
		(obligation): obligation is Extract<Obligation, { code: C }> => obligation.code === code,
	);
}

describe("what a license asks for", () => {
	it("is known for every id of the Hub", () => {
		assert.equal(hubIds.length, 83);
		assert.deepEqual(
			hubIds.filter((id) => !findLicenseById(id)),
			[],
		);
	});

	it("is written down for every license that can be found", () => {
		const titles = table.licenses.map(({ title }) => title);
		assert.deepEqual(Object.keys(licenseTerms.terms).sort(), [...titles].sort());
	});

	it("no license, unknown, and other without a name: not stated, never permissive", () => {
		for (const license of [
			undefined,
			declare("unknown"),
			declare("other"),
			declare("cc"),
			declare("no-such-id"),
		]) {
			const terms = readLicenseTerms(license);
			assert.equal(terms.class, "notStated");
			assert.equal(terms.commercialUse, "unclear");
			assert.equal(classifyLicense(license), "notStated");
		}
	});

	it("other with a license_name that is known: the named terms", () => {
		const terms = read("other", "Tongyi-Qianwen", "https://huggingface.co/Qwen/Qwen2-72B/blob/main/LICENSE");
		assert.equal(terms.class, "conditions");
		assert.equal(terms.matchedBy, "name");
		assert.deepEqual(findObligation(terms, "userThreshold"), {
			code: "userThreshold",
			monthlyUsers: 100_000_000,
			effect: "ownLicense",
		});
		assert.equal(terms.textUrl, "https://huggingface.co/Qwen/Qwen2-72B/blob/main/LICENSE");
	});

	it("other with a name that is not known: not stated, and the name is kept", () => {
		const terms = read("other", "helpingai", "https://helpingai.co/license");
		assert.equal(terms.class, "notStated");
		assert.equal(terms.title, "helpingai");
		assert.equal(terms.textUrl, "https://helpingai.co/license");
	});

	it("other with a link that can mean one license only", () => {
		assert.equal(read("other", undefined, "https://ai.google.dev/gemma/terms").title, "Gemma Terms of Use");
		assert.equal(read("other", "license", "https://mistral.ai/licenses/MRL-0.1.md").class, "nonCommercial");
		assert.equal(
			read("other", "our-own-terms", "https://www.apache.org/licenses/LICENSE-2.0").class,
			"notStated",
			"an unknown name is not freed by a link to a permissive text",
		);
		assert.equal(
			read("other", undefined, "https://example.com/?https://www.apache.org/licenses/LICENSE-2.0").class,
			"notStated",
			"a link elsewhere that mentions a known address",
		);
		assert.equal(
			read("other", undefined, "https://huggingface.co/Qwen/Qwen2.5-7B/blob/main/LICENSE").class,
			"notStated",
		);
	});

	it("id and name that are two licenses: the stricter one", () => {
		const terms = read("apache-2.0", "tongyi-qianwen");
		assert.equal(terms.class, "conditions");
		assert.equal(terms.isContradictory, true);
		assert.equal(read("gemma", "license").isContradictory, undefined);
		assert.equal(read("llama3", "llama3").isContradictory, undefined);
	});

	it("Gemma 4 / Gemma 3", () => {
		assert.equal(read("apache-2.0").class, "permissive");
		const gemma3 = read("gemma");
		assert.equal(gemma3.class, "conditions");
		assert.ok(findObligation(gemma3, "usePolicy") && findObligation(gemma3, "sameTermsPassedOn"));
	});

	it("DeepSeek V3 / R1", () => {
		assert.equal(read("other", "deepseek").class, "conditions");
		assert.equal(read("mit").class, "permissive");
	});

	it("Llama 3.2 vision for a company in the EU: rights not granted", () => {
		assert.deepEqual(findObligation(read("llama3.2"), "territoryExcluded"), {
			code: "territoryExcluded",
			territories: ["EU"],
			scope: "multimodal",
		});
		assert.equal(findObligation(read("llama3.1"), "territoryExcluded"), undefined);
		assert.deepEqual(findObligation(read("other", "tencent-hunyuan-community"), "territoryExcluded"), {
			code: "territoryExcluded",
			territories: ["EU", "GB", "KR"],
			scope: "all",
		});
	});

	it("thresholds come as numbers", () => {
		assert.equal(findObligation(read("llama3.3"), "userThreshold")?.monthlyUsers, 700_000_000);
		assert.deepEqual(findObligation(read("other", "modified-mit"), "revenueThreshold"), {
			code: "revenueThreshold",
			usd: 20_000_000,
			period: "month",
			effect: "showName",
		});
		assert.equal(
			findObligation(read("other", "stabilityai-ai-community"), "revenueThreshold")?.usd,
			1_000_000,
		);
	});

	it("no commercial use", () => {
		const ids = hubIds.filter((id) => read(id).commercialUse === "no");
		assert.deepEqual(
			ids.filter((id) => !/-nc|research|amlr|deepfloyd/.test(id)),
			[],
		);
		for (const id of ids) {
			assert.equal(classifyLicense(declare(id)), "nonCommercial");
		}
	});

	it("an inherited license says whose it is", () => {
		const terms = readLicenseTerms({
			id: "mit",
			origin: "inherited",
			inheritedFrom: "deepseek-ai/DeepSeek-R1",
		});
		assert.equal(terms.origin, "inherited");
		assert.equal(terms.inheritedFrom, "deepseek-ai/DeepSeek-R1");
	});
});
