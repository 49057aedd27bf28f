import * as vscode from "vscode";
import type { PageName } from "../../protocol/pageName.ts";
import type { PanelHouse } from "./panelHouse.ts";

/** The toolkit tests what the browser knows with one `<style>` that stays empty; the hash lets in no other. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Where the panels' script and style are. */
export function panelRoot(extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, "dist", "webview");
}

/** The page that a panel starts from: its name and no data in it, its own script by nonce, nothing remote. */
export function createPanelPage(webview: vscode.Webview, house: PanelHouse, page: PageName): string {
	const nonce = house.createNonce();
	const root = panelRoot(house.extensionUri);
	const script = webview.asWebviewUri(vscode.Uri.joinPath(root, "panel.js"));
	const style = webview.asWebviewUri(vscode.Uri.joinPath(root, "panel.css"));
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src ${webview.cspSource} ${emptyStyleHash}`,
	].join("; ");
	return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Open Models</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="root" data-page="${page}"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
