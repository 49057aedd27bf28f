import * as vscode from "vscode";
import { reportProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Secrets } from "../secrets.ts";
import type { HubSession } from "../state/hubSession.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** "Sign In with a Hub Token…" and "Sign Out". The token is tried once; one that the Hub refuses is not kept. */
export function createSignIn(
	secrets: Secrets,
	session: HubSession,
	log: Log,
): CommandHandlers<"openModels.signIn" | "openModels.signOut"> {
	return {
		"openModels.signIn": async () => {
			const token = await vscode.window.showInputBox({
				title: vscode.l10n.t("Sign in to the Hub"),
				prompt: vscode.l10n.t(
					"A token with read access. It is kept in the editor's secret storage and sent to {0} only.",
					session.endpoint,
				),
				password: true,
				ignoreFocusOut: true,
				validateInput: (value) =>
					/^\S+$/u.test(value.trim()) ? undefined : vscode.l10n.t("A token is one word without spaces."),
			});
			if (!token) {
				return;
			}
			try {
				await tryToken(token.trim(), secrets, session);
			} catch (error) {
				await reportProblem(error, log);
			}
		},
		"openModels.signOut": async () => {
			await secrets.deleteToken();
			vscode.window.setStatusBarMessage(vscode.l10n.t("Signed out of the Hub"), 3000);
		},
	};
}

async function tryToken(token: string, secrets: Secrets, session: HubSession): Promise<void> {
	const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Signing in to the Hub") };
	const account = await vscode.window.withProgress(options, () => session.readAccount(token));
	await secrets.storeToken(token);
	await vscode.window.showInformationMessage(vscode.l10n.t("Signed in to the Hub as {0}.", account.name));
}
