import * as vscode from "vscode";
import type { AuditedModel, AuditedUse } from "../../core/audit/audit.ts";
import { parseRepoId } from "../../core/model/repoId.ts";
import type { Finding } from "../../core/policy/finding.ts";
import { severities } from "../../core/policy/severity.ts";
import type { AuditState, FolderAudit } from "../audit/auditState.ts";
import { describeException, nameFinding, nameSeverity } from "../words/auditWords.ts";
import { describeFinding } from "../words/findingWords.ts";
import { nameLicense } from "../words/licenseName.ts";
import { formatAgo, formatCount } from "../words/numbers.ts";

/** A row: a model, something found about it, or a place that uses it. */
export type WorkspaceNode =
	| {
			readonly kind: "used";
			readonly repoId: string;
			readonly model: AuditedModel;
			readonly folder: FolderAudit;
	  }
	| { readonly kind: "finding"; readonly repoId: string; readonly finding: Finding; readonly id: string }
	| { readonly kind: "use"; readonly repoId: string; readonly use: AuditedUse; readonly uri: vscode.Uri };

/** "In This Workspace": what the last audit found, models first, then what is about each and where it is used. */
export class WorkspaceView implements vscode.TreeDataProvider<WorkspaceNode>, vscode.Disposable {
	readonly #state: AuditState;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #view: vscode.TreeView<WorkspaceNode>;
	readonly #subscription: vscode.Disposable;

	constructor(state: AuditState) {
		this.#state = state;
		this.#view = vscode.window.createTreeView("openModels.workspace", { treeDataProvider: this });
		this.#subscription = vscode.Disposable.from(
			this.#changed,
			this.#view,
			state.onDidChange(() => this.#redraw()),
		);
	}

	getTreeItem(node: WorkspaceNode): vscode.TreeItem {
		switch (node.kind) {
			case "used":
				return createModelItem(node.model, node.folder);
			case "finding":
				return createFindingItem(node.finding, node.id);
			case "use":
				return createUseItem(node.use, node.uri);
		}
	}

	getChildren(node?: WorkspaceNode): WorkspaceNode[] {
		if (node === undefined) {
			return (this.#state.folders ?? []).flatMap((folder) =>
				folder.audit.models.map(
					(model): WorkspaceNode => ({ kind: "used", repoId: model.repoId, model, folder }),
				),
			);
		}
		return node.kind === "used" ? listBelow(node.model, node.folder) : [];
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	#redraw(): void {
		const folders = this.#state.folders ?? [];
		const models = folders.flatMap(({ audit }) => audit.models);
		const fileCount = folders.reduce((sum, { audit }) => sum + audit.fileCount, 0);
		const unread = folders.reduce((sum, { audit }) => sum + audit.unreadModels, 0);
		const [first] = folders;
		const parts = [
			models.length === 0
				? vscode.l10n.t("No models are used in {0} files", formatCount(fileCount))
				: vscode.l10n.t("Models used: {0} · files: {1}", formatCount(models.length), formatCount(fileCount)),
			...(unread > 0 ? [vscode.l10n.t("{0} not read", formatCount(unread))] : []),
			...(first ? [formatAgo(first.audit.atMs, Date.now())] : []),
		];
		this.#view.message = parts.join(" · ");
		const loudest = models
			.flatMap((model) => listCounting(model))
			.filter(({ severity }) => severity === "error").length;
		this.#view.badge =
			loudest > 0
				? { value: loudest, tooltip: vscode.l10n.t("{0} errors", formatCount(loudest)) }
				: undefined;
		this.#changed.fire(undefined);
	}
}

/** Each finding once, the loudest first, then what became of its pin, then every use. */
function listBelow(model: AuditedModel, { folder, pinFindings }: FolderAudit): WorkspaceNode[] {
	const { repoId } = model;
	const seen = new Map<string, WorkspaceNode & { kind: "finding" }>();
	const own = model.uses.flatMap(({ findings, id }) => findings.map((finding) => ({ finding, id })));
	const pins = (pinFindings?.get(repoId) ?? []).map((finding) => ({ finding, id: repoId }));
	for (const { finding, id } of [...own, ...pins]) {
		const key = describeFinding(finding, id);
		if (!seen.has(key)) {
			seen.set(key, { kind: "finding", repoId, finding, id });
		}
	}
	const findings = [...seen.values()].sort((a, b) => weigh(b.finding) - weigh(a.finding));
	const uses = model.uses.map(
		(use): WorkspaceNode => ({ kind: "use", repoId, use, uri: vscode.Uri.joinPath(folder.uri, use.path) }),
	);
	return [...findings, ...uses];
}

function createModelItem(model: AuditedModel, folder: FolderAudit): vscode.TreeItem {
	const { facts, pins, repoId, uses } = model;
	const parts = parseRepoId(repoId);
	// A narrow view cuts the end off: the owner gives way to what was found.
	const item = new vscode.TreeItem(parts?.name ?? repoId, vscode.TreeItemCollapsibleState.Collapsed);
	const counting = [...listCounting(model), ...(folder.pinFindings?.get(repoId) ?? [])];
	const [pin] = pins;
	const hasCommit = uses.every(({ revision }) => revision !== undefined && /^[0-9a-f]{40}$/.test(revision));
	const pinned = pin
		? vscode.l10n.t("pinned at {0}", pin.revision.slice(0, 8))
		: hasCommit
			? vscode.l10n.t("pinned in the code")
			: vscode.l10n.t("not pinned");
	const license =
		facts.status === "known"
			? nameLicense(facts.model.license)
			: facts.status === "missing"
				? vscode.l10n.t("not on the Hub")
				: vscode.l10n.t("not read");
	const loudest = [...counting].sort((a, b) => weigh(b) - weigh(a))[0];
	item.description = [
		loudest && loudest.severity !== "hint" ? nameFinding(loudest.code) : undefined,
		parts?.owner,
		license,
		pinned,
		uses.length === 1 ? vscode.l10n.t("1 use") : vscode.l10n.t("{0} uses", formatCount(uses.length)),
	]
		.filter(Boolean)
		.join(" · ");
	item.iconPath = chooseIcon(loudest);
	item.contextValue = facts.status === "known" ? "used.known" : "used";
	item.tooltip = [
		repoId,
		item.description,
		...counting.map((finding) => describeFinding(finding, repoId)),
	].join("\n");
	item.accessibilityInformation = { label: `${repoId}, ${item.description}` };
	return item;
}

function createFindingItem(finding: Finding, id: string): vscode.TreeItem {
	const exception = describeException(finding);
	const item = new vscode.TreeItem(nameFinding(finding.code));
	const sentence = describeFinding(finding, id);
	item.description = exception ?? sentence;
	item.tooltip = [`${nameSeverity(finding.severity)}: ${sentence}`, exception].filter(Boolean).join("\n");
	item.iconPath = exception ? new vscode.ThemeIcon("pass") : chooseIcon(finding);
	item.contextValue = "finding";
	return item;
}

function createUseItem(use: AuditedUse, uri: vscode.Uri): vscode.TreeItem {
	const item = new vscode.TreeItem(`${use.path}:${use.line}`);
	item.description = [use.id, use.callSite, use.revision?.slice(0, 12)].filter(Boolean).join(" · ");
	item.iconPath = new vscode.ThemeIcon("go-to-file");
	item.contextValue = "use";
	const start = new vscode.Position(use.line - 1, use.column - 1);
	const options: vscode.TextDocumentShowOptions = {
		selection: new vscode.Range(start, start.translate(0, use.id.length)),
	};
	item.command = { command: "vscode.open", title: vscode.l10n.t("Go to the Use"), arguments: [uri, options] };
	return item;
}

function listCounting({ uses }: AuditedModel): readonly Finding[] {
	return uses.flatMap(({ findings }) => findings.filter(({ exception }) => exception === undefined));
}

function weigh(finding: Finding): number {
	return finding.exception ? 0 : severities.indexOf(finding.severity);
}

function chooseIcon(finding: Finding | undefined): vscode.ThemeIcon {
	switch (finding?.severity) {
		case "error":
			return new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
		case "warning":
			return new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
		case "hint":
			return new vscode.ThemeIcon("info");
		default:
			return new vscode.ThemeIcon("check");
	}
}
