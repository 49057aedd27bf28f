import { type Browser, chromium } from "playwright-core";
import { installBrowser } from "./installBrowser.ts";

const launchArguments = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

let launched: Promise<Browser> | undefined;

/** The one headless browser of this process; started, and where need be installed, on first use. */
export function launchBrowser(): Promise<Browser> {
	launched ??= installBrowser().then(({ executablePath, env }) =>
		chromium.launch({ executablePath, args: launchArguments, env: { ...definedEnvironment(), ...env } }),
	);
	return launched;
}

/** Ends the browser of `launchBrowser`, if it was started. */
export async function closeBrowser(): Promise<void> {
	const closing = launched;
	launched = undefined;
	await (await closing)?.close();
}

function definedEnvironment(): Record<string, string> {
	const entries = Object.entries(process.env);
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
