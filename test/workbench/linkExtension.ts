import { symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes an extension's folder reachable by another path, outside of it.
 *
 * VS Code prefers color themes that lie in the folder of the extension under development over the user's setting.
 * Since it is installed inside that very folder (`.vscode-test/`), those would be its own; by this path they are not.
 * @param dir existing, where the link is put
 * @returns the other path
 */
export async function linkExtension(dir: string, extensionPath: string): Promise<string> {
	const link = join(dir, "extension");
	await symlink(extensionPath, link, "dir");
	return link;
}
