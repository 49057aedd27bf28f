import * as v from "valibot";
import * as vscode from "vscode";
import { describeAnswer, type PickAnswer } from "../../core/pick/record/createRecord.ts";
import { parseSheet } from "../../core/pick/sheet/sheetSchema.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import { PickEngine, type PickEngineParts } from "./pickEngine.ts";
import { readDocument, type WorkloadPlace } from "./readWorkspace.ts";
import { readWhole } from "./sheetReader.ts";

/** What may be asked for: words, a place in the workspace's code, or a sheet that is ready. */
const requestSchema = v.object({
	workload: v.optional(v.pipe(v.string(), v.maxLength(10_000)), ""),
	file: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_000))),
	line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	sheet: v.exactOptional(v.unknown()),
	/** Whether the Hub is asked for more than is known here. */
	askHub: v.optional(v.boolean(), true),
});

/** What a request is answered with. */
export interface AnswerParts extends PickEngineParts {
	readonly rules: RuleStore;
}

/** Why there is no answer. */
export type PickRefusal =
	| { readonly error: "badRequest"; readonly detail: string }
	| { readonly error: "fileNotInWorkspace"; readonly detail: string }
	| { readonly error: "workloadNotUnderstood"; readonly detail: string };

/**
 * Answers a request of an agent or of another extension, which is not trusted: it may read a file of the workspace only.
 * Nothing is shown, nothing is changed.
 */
export async function answerRequest(
	input: unknown,
	parts: AnswerParts,
	signal: AbortSignal,
): Promise<PickAnswer | PickRefusal> {
	const parsed = v.safeParse(requestSchema, input ?? {});
	if (!parsed.success) {
		return { error: "badRequest", detail: parsed.issues.map(({ message }) => message).join(" ") };
	}
	const request = parsed.output;
	const engine = new PickEngine(parts);
	await Promise.all([engine.prepare(), parts.rules.ensureLoaded()]);
	const place = request.file === undefined ? undefined : await readFile(request.file, request.line);
	if (request.file !== undefined && place === undefined) {
		return { error: "fileNotInWorkspace", detail: request.file };
	}
	const sheet =
		request.sheet === undefined
			? readWhole({ text: request.workload, place, manifests: [], rules: parts.rules }, parts.targets.checked)
			: parseSheet(request.sheet);
	if (sheet === undefined) {
		return {
			error: "workloadNotUnderstood",
			detail: "Say what the model shall do, such as: summarize Polish tickets on an 8 GB AMD card, Apache.",
		};
	}
	if (request.askHub) {
		await engine.askHub(sheet, signal);
	}
	const { result, targets } = engine.choose(sheet);
	const { source, asOfMs } = parts.store.status;
	return describeAnswer({
		sheet,
		result,
		targets,
		source,
		...(asOfMs === undefined ? {} : { asOfMs }),
		nowMs: Date.now(),
	});
}

/** The file, if it is of the workspace and can be read. */
async function readFile(path: string, line: number | undefined): Promise<WorkloadPlace | undefined> {
	for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
		const file = locate(path, uri);
		const root = uri.path.endsWith("/") ? uri.path : `${uri.path}/`;
		if (file.scheme === uri.scheme && file.authority === uri.authority && file.path.startsWith(root)) {
			return vscode.workspace.openTextDocument(file).then(
				(document) => readDocument(document, line),
				() => undefined,
			);
		}
	}
	return undefined;
}

/** An address, a path from the root, or one from the folder; `..` is resolved, so that it leads nowhere else. */
function locate(path: string, folder: vscode.Uri): vscode.Uri {
	if (/^[a-z]:[\\/]/i.test(path)) {
		return vscode.Uri.joinPath(vscode.Uri.file(path), ".");
	}
	if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
		return vscode.Uri.joinPath(vscode.Uri.parse(path), ".");
	}
	return path.startsWith("/")
		? vscode.Uri.joinPath(folder.with({ path: "/" }), path)
		: vscode.Uri.joinPath(folder, path);
}
