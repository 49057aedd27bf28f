export interface WorkbenchUrlOptions {
	/** Of the running server, `http://127.0.0.1:PORT`. */
	readonly serverUrl: string;
	/** Absolute; left out, VS Code opens with no folder. */
	readonly folder?: string | undefined;
	/** Absolute folder of an extension to load from source. */
	readonly extensionPath?: string | undefined;
	/** Absolute path of a bundle with `run()`, called inside the extension host. */
	readonly testsPath?: string | undefined;
}

/** The address that opens VS Code with a folder and with an extension loaded from its checkout. */
export function workbenchUrl({ serverUrl, folder, extensionPath, testsPath }: WorkbenchUrlOptions): string {
	const url = new URL(serverUrl);
	const toRemote = (path: string): string => `vscode-remote://${url.host}${path}`;
	const payload: [string, string][] = [];
	if (extensionPath !== undefined) {
		payload.push(["extensionDevelopmentPath", toRemote(extensionPath)]);
	}
	if (testsPath !== undefined) {
		payload.push(["extensionTestsPath", toRemote(testsPath)]);
	}
	if (folder === undefined) {
		url.searchParams.set("ew", "true");
	} else {
		url.searchParams.set("folder", folder);
	}
	if (payload.length > 0) {
		url.searchParams.set("payload", JSON.stringify(payload));
	}
	return url.href;
}
