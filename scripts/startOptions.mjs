// @ts-check
import { parseArgs } from "node:util";

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {boolean} isBrowserWanted
 * @property {string | undefined} hubUrl
 * @property {number | undefined} port
 * @property {string | undefined} folder
 */

export const startHelp = `npm start -- [options]

Installs what is missing, builds the extension and opens VS Code with it: the desktop
one if \`code\` is on PATH, else one for the browser.

  --browser      the one for the browser, even where there is a desktop one
  --hub URL      use this Hub instead of https://huggingface.co
  --port N       of the VS Code for the browser (8765 if it is free, else any)
  --folder PATH  open this folder instead of a copy of a small sample
  --help         show this
`;

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 * @throws with a sentence for the person who typed them
 */
export function readStartOptions(args) {
	const { values } = parseArgs({
		args: [...args],
		options: {
			browser: { type: "boolean", default: false },
			help: { type: "boolean", default: false },
			hub: { type: "string" },
			port: { type: "string" },
			folder: { type: "string" },
		},
	});
	return {
		help: values.help,
		isBrowserWanted: values.browser,
		hubUrl: readHubUrl(values.hub),
		port: readPort(values.port),
		folder: values.folder,
	};
}

/** @param {string | undefined} text */
function readHubUrl(text) {
	if (text === undefined) {
		return undefined;
	}
	if (!URL.canParse(text) || !/^https?:/.test(text)) {
		throw new Error(`--hub needs an address like http://127.0.0.1:8080, not "${text}"`);
	}
	return text.replace(/\/+$/, "");
}

/** @param {string | undefined} text */
function readPort(text) {
	if (text === undefined) {
		return undefined;
	}
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`--port needs a number from 1 to 65535, not "${text}"`);
	}
	return port;
}
