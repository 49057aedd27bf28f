import * as vscode from "vscode";
import { type HubError, isHubError } from "../core/hub/hubError.ts";
import type { Log } from "./log.ts";
import { formatWait } from "./words/numbers.ts";

/** What to say of a failure, and the one thing to do about it. */
export interface Problem {
	readonly words: string;
	readonly action?: { readonly label: string; readonly command: string };
}

/** The one table from codes to sentences. `undefined`: say nothing (cancelled). */
export function describeProblem(error: unknown): Problem | undefined {
	if (!isHubError(error)) {
		return {
			words: vscode.l10n.t("Something went wrong in Open Models. The log has the details."),
			action: showLog(),
		};
	}
	switch (error.code) {
		case "cancelled":
			return undefined;
		case "offline":
			return { words: offlineWords() };
		case "timeout":
			return { words: vscode.l10n.t("The Hub did not answer in time.") };
		case "unauthorized":
			return {
				words: vscode.l10n.t(
					"The Hub did not accept the token. Sign in again, or sign out to go on without one.",
				),
				action: { label: vscode.l10n.t("Sign In"), command: "openModels.signIn" },
			};
		case "gated":
			return { words: vscode.l10n.t("Its files are gated: access must be asked for on the Hub.") };
		case "notFound":
			return { words: vscode.l10n.t("The Hub has no such model, or it is private.") };
		case "rateLimited":
			return { words: rateLimitWords(error) };
		case "server":
			return { words: vscode.l10n.t("The Hub has a problem of its own at the moment.") };
		case "badResponse":
			return { words: vscode.l10n.t("The Hub's answer could not be read."), action: showLog() };
	}
}

/** Tells of a failure of something that the user asked for. Cancellation is silent. */
export async function reportProblem(error: unknown, log: Log): Promise<void> {
	logProblem(error, log);
	const problem = describeProblem(error);
	if (!problem) {
		return;
	}
	const actions = problem.action ? [problem.action.label] : [];
	const chosen = await vscode.window.showErrorMessage(problem.words, ...actions);
	if (chosen && problem.action) {
		await vscode.commands.executeCommand(problem.action.command);
	}
}

/** Keeps a failure of something that nobody asked for out of sight, but in the log. */
export function logProblem(error: unknown, log: Log): void {
	if (isHubError(error)) {
		if (error.code !== "cancelled") {
			log.warn(`Hub: ${error.code}: ${error.message}`, error.requestId ? `(request ${error.requestId})` : "");
		}
		return;
	}
	log.error(error instanceof Error ? error : String(error));
}

/**
 * A part of a whole that stands without it: `undefined` when it fails, which is logged. Giving up still gives up: throws
 * `HubError` `cancelled`.
 */
export async function passOver<T>(part: Promise<T>, log: Log): Promise<T | undefined> {
	try {
		return await part;
	} catch (error) {
		if (isHubError(error, "cancelled")) {
			throw error;
		}
		logProblem(error, log);
		return undefined;
	}
}

/** Whether this host is a web worker, where an address that forbids cross-origin requests looks like no network. */
const isWorkerHost = typeof importScripts === "function";

function offlineWords(): string {
	if (vscode.workspace.getConfiguration("openModels").get<unknown>("offline") === true) {
		return vscode.l10n.t("The Hub is switched off by the setting “Open Models: Offline”.");
	}
	return isWorkerHost
		? vscode.l10n.t(
				"The Hub cannot be reached. In a browser this can also mean that its address does not allow requests from here.",
			)
		: vscode.l10n.t("The Hub cannot be reached.");
}

function rateLimitWords(error: HubError): string {
	return error.retryAfterMs === undefined
		? vscode.l10n.t("The Hub's request limit is used up for the moment.")
		: vscode.l10n.t(
				"The Hub's request limit is used up; it opens again in {0}.",
				formatWait(error.retryAfterMs),
			);
}

function showLog(): { label: string; command: string } {
	return { label: vscode.l10n.t("Show Log"), command: "openModels.showLog" };
}
