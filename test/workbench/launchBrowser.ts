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
let leaseCount = 0;

export interface BrowserLease {
	readonly browser: Browser;
	/** The browser ends with the last lease. */
	readonly release: () => Promise<void>;
}

/** Shares the one headless browser of this process; started, and where need be installed, on first use. */
export async function leaseBrowser(): Promise<BrowserLease> {
	leaseCount += 1;
	launched ??= launch();
	const launching = launched;
	return { browser: await launching, release: () => releaseBrowser(launching) };
}

async function launch(): Promise<Browser> {
	const { executablePath, env } = await installBrowser();
	return chromium.launch({ executablePath, args: launchArguments, env: { ...definedEnvironment(), ...env } });
}

async function releaseBrowser(launching: Promise<Browser>): Promise<void> {
	leaseCount -= 1;
	if (leaseCount === 0) {
		launched = undefined;
		await (await launching).close();
	}
}

function definedEnvironment(): Record<string, string> {
	const entries = Object.entries(process.env);
	return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
