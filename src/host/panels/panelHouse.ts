import type * as vscode from "vscode";
import type { Log } from "../log.ts";

/** What every panel needs of the extension. */
export interface PanelHouse {
	readonly extensionUri: vscode.Uri;
	/** A nonce for one load of a page, from a cryptographic source. */
	readonly createNonce: () => string;
	readonly log: Log;
}
