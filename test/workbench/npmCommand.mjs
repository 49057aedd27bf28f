// @ts-check
/**
 * How to run npm from here, and the environment for it: the one that `npm start` itself runs in describes *this*
 * package, which would mislead an npm that works in another folder.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], env: NodeJS.ProcessEnv }}
 */
export function npmCommand(args) {
	const env = Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^npm_(package|lifecycle|config_(local_prefix|prefix))/i.test(name),
		),
	);
	const npmPath = process.env["npm_execpath"];
	if (npmPath?.endsWith("npm-cli.js")) {
		return { command: process.execPath, args: [npmPath, ...args], env };
	}
	return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [...args], env };
}
