import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { applyFix, listFixes, readCompletions, readFindings, readHover } from "./languageHarness.ts";
import { type LanguageKind, languageKinds } from "./languageKinds.ts";
import { lockedCommit, matrixLock, matrixModels, matrixPolicy } from "./languageModels.ts";
import { answering } from "./person.ts";
import { answerNotice } from "./taps.ts";
import { until } from "./until.ts";
import { readFileText, removeFile, writeFile } from "./workspaceFiles.ts";

const present = "Pin to its present commit";
const exempt = "Add an exception to the policy…";

interface Case {
	readonly code: string;
	readonly id: string;
	/** The fixes that write another ID, best first. */
	readonly fixed?: readonly string[];
	/** Another fix that there must be. */
	readonly title?: string;
}

/** Everything that can be found of an ID in code, with its fixes. What becomes of pins is found by the audit. */
const cases: readonly Case[] = [
	{ code: "notFound", id: "lab-x/plain-7C", fixed: ["lab-x/plain-7B"] },
	{ code: "renamed", id: "lab-x/former-name-7B", fixed: ["lab-x/plain-7B"] },
	{ code: "renamed", id: "Lab-X/Plain-7b", fixed: ["lab-x/plain-7B"] },
	{ code: "gated", id: "lab-x/closed-7B", title: "Sign in with a Hub token" },
	{ code: "unsafeWeights", id: "lab-x/pickled-7B", fixed: ["lab-y/pickled-7B"] },
	{ code: "customCode", id: "lab-x/coded-7B", fixed: ["lab-y/coded-7B"] },
	{ code: "securityIssues", id: "lab-x/scanned-7B", fixed: ["lab-y/scanned-7B"] },
	{ code: "hasSuccessor", id: "lab-x/older-7B", fixed: ["lab-x/plain-7B"] },
	{ code: "licenseNotStated", id: "lab-x/silent-7B", title: exempt },
	{ code: "licenseForbidden", id: "lab-x/research-7B", title: exempt },
	{ code: "licenseConflict", id: "lab-x/freed-7B", title: exempt },
	{ code: "licenseChanged", id: "lab-x/changed-7B", title: exempt },
	{ code: "organizationForbidden", id: "lab-z/barred-7B", title: exempt },
	{ code: "contextTooShort", id: "lab-x/short-7B", title: exempt },
	{ code: "embeddingDimension", id: "lab-x/vectors-large", fixed: ["lab-x/vectors-small"] },
	{ code: "notPinned", id: "lab-x/plain-7B", title: present },
	{ code: "doesNotFit", id: "lab-x/giant-900B", fixed: ["lab-w/giant-1B-int4", "lab-x/giant-1B"] },
];
const ids = [...new Set(cases.map(({ id }) => id))];

const findIn = (document: vscode.TextDocument, code: string, id: string): vscode.Diagnostic | undefined =>
	readFindings(document.uri).find((each) => each.code === code && document.getText(each.range) === id);

const waitFor = (document: vscode.TextDocument, code: string, id: string): Promise<vscode.Diagnostic> =>
	until(`${code} of ${id} in ${document.languageId}`, () => findIn(document, code, id));

async function write(document: vscode.TextDocument, text: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	assert.ok(await vscode.workspace.applyEdit(edit));
}

async function expectFixes(document: vscode.TextDocument, { code, id, fixed = [], title }: Case) {
	const finding = await waitFor(document, code, id);
	const place = `${code} of ${id} in ${document.languageId}`;
	if (title !== undefined) {
		const titles = (await listFixes(document.uri, finding)).map((each) => each.title);
		assert.ok(titles.includes(title), `${place}: ${titles}`);
	}
	const before = document.getText();
	for (const other of fixed) {
		await applyFix(document.uri, await waitFor(document, code, id), `Write “${other}”`);
		const at = before.indexOf(`${id}`);
		assert.equal(document.getText(), before.slice(0, at) + other + before.slice(at + id.length), place);
		await write(document, before);
	}
}

describe("what is found about models in the code", () => {
	const stage = useHub({ rows: matrixModels });

	before(async () => {
		await writeFile(".openmodels.json", JSON.stringify(matrixPolicy));
		await writeFile("openmodels.lock", JSON.stringify(matrixLock));
		// The shape of a model that no code names is asked for when someone looks at it.
		const path = "vectors-small/scan";
		await vscode.commands.executeCommand("openModels.openModel", "lab-x/vectors-small");
		await until(path, () => stage.hub.requests.some((request) => request.path.endsWith(path)));
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});
	afterEach(closeEditors);
	after(async () => {
		await removeFile(".openmodels.json");
		await removeFile("openmodels.lock");
	});

	for (const kind of languageKinds) {
		it(`is found and fixed in ${kind.name}`, async function () {
			this.timeout(240_000);
			const document = await kind.open(kind.write(ids));
			for (const { code, id } of cases) {
				await waitFor(document, code, id);
			}
			for (const each of cases) {
				await expectFixes(document, each);
			}
		});

		it(`is pinned in ${kind.name}, and to the lock's commit where another is written`, async () => {
			const document = await kind.open(kind.write(["lab-x/plain-7B"]));
			await applyFix(document.uri, await waitFor(document, "notPinned", "lab-x/plain-7B"), present);
			assert.match(document.getText(), /\b[0-9a-f]{40}\b/, kind.name);
			await until("no notPinned", () => findIn(document, "notPinned", "lab-x/plain-7B") === undefined);

			await write(document, kind.write(["lab-x/coded-7B"], "2".repeat(40)));
			const finding = await waitFor(document, "pinDiffers", "lab-x/coded-7B");
			await applyFix(document.uri, finding, /^Pin to 11111111/);
			assert.equal(document.getText(), kind.write(["lab-x/coded-7B"], lockedCommit));
		});

		it(`is silent in ${kind.name} after an exception with a reason, which stands in the policy`, async () => {
			const document = await kind.open(kind.write(["lab-x/research-7B"]));
			const finding = await waitFor(document, "licenseForbidden", "lab-x/research-7B");
			await answering([{ type: `For ${kind.name} only` }], () => applyFix(document.uri, finding, exempt));
			await until("no finding", () => !findIn(document, "licenseForbidden", "lab-x/research-7B"));
			assert.ok((await readFileText(".openmodels.json")).includes(`"For ${kind.name} only"`));
			await writeFile(".openmodels.json", JSON.stringify(matrixPolicy));
			await waitFor(document, "licenseForbidden", "lab-x/research-7B");
		});

		it(`is explained in ${kind.name}`, async () => {
			const document = await kind.open(kind.write(["lab-x/plain-7B"]));
			const at = document.positionAt(document.getText().indexOf("lab-x/plain-7B") + 3);
			assert.match(await readHover(document.uri, at), /lab\\-x\/plain\\-7B/, kind.name);
		});

		it(`is found in virtual documents of ${kind.name}`, async () => {
			const scheme = `open-models-${kind.name}`;
			const text = (kind.name === "notebook" ? languageKinds[0] : kind)?.write(["lab-x/pickled-7B"]) ?? "";
			const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
				provideTextDocumentContent: () => text,
			});
			const uri = vscode.Uri.parse(`${scheme}:/virtual`);
			const language = kind.name === "notebook" ? "python" : kind.name;
			const document = await vscode.languages.setTextDocumentLanguage(
				await vscode.workspace.openTextDocument(uri),
				language,
			);
			await vscode.window.showTextDocument(document);
			await waitFor(document, "unsafeWeights", "lab-x/pickled-7B");
			provider.dispose();
		});
	}

	// A cell has no editor that a test could put a cursor into; its language is Python's.
	for (const kind of languageKinds.filter(({ name }) => name !== "notebook")) {
		it(`is completed in ${kind.name}`, async () => {
			const { document, selection } = await openText(kind.name, markCursor(kind));
			const items = await until("a list", async () => {
				const found = await readCompletions(document.uri, selection.active);
				return found.length > 0 && found;
			});
			assert.ok(items.length > 0);
		});
	}

	it("says of a gated model whether the token opens it", async () => {
		const [kind] = languageKinds;
		assert.ok(kind);
		const document = await kind.open(kind.write(["lab-x/closed-7B"]));
		for (const [token, words] of [
			["hf_loopbackReader", /your token has no access/i],
			["hf_loopbackGranted", /your token has access/i],
		] as const) {
			await answerNotice(() =>
				answering([{ type: token }], () => vscode.commands.executeCommand("openModels.signIn")),
			);
			const found = await until(`what ${token} may`, () =>
				readFindings(document.uri).find(({ code, message }) => code === "gated" && words.test(message)),
			);
			const titles = (await listFixes(document.uri, found)).map(({ title }) => title);
			assert.ok(!titles.includes("Sign in with a Hub token"), titles.join());
		}
		await vscode.commands.executeCommand("openModels.signOut");
		await until("nothing known of it", () =>
			readFindings(document.uri).some(({ code, message }) => code === "gated" && !/token has/.test(message)),
		);
	});

	it("tells of vectors of another length than the store's, which is in the same text", async () => {
		const text =
			'm = SentenceTransformer("lab-x/vectors-small")\nc.create_collection("c", VectorParams(size=768))\n';
		const { document } = await openText("python", text);
		await waitFor(document, "embeddingDimension", "lab-x/vectors-small");
	});
});

/** A text of a kind with the cursor at the beginning of its ID. */
function markCursor(kind: LanguageKind): string {
	return kind.write(["lab-x/plain-7B"]).replace("lab-x/plain-7B", "▮lab-x/plain-7B");
}
