import { rmSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Frame, Page } from "playwright-core";
import { leaseBrowser } from "./launchBrowser.ts";
import { linkExtension } from "./linkExtension.ts";
import { type RunningServer, startServer } from "./startServer.ts";
import { workbenchUrl } from "./workbenchUrl.ts";

/** The root of this checkout, which is the extension's folder. */
export const checkoutDir = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

/** Nothing listens there. */
const unreachableHubUrl = "http://127.0.0.1:9";
const readyDeadlineMs = 180_000;
/** What a person would wait for on a machine that is busy with something else. */
const actionDeadlineMs = 60_000;

const themeNames = {
	dark: "Dark Modern",
	light: "Light Modern",
	"hc-dark": "Default High Contrast",
	"hc-light": "Default High Contrast Light",
} as const;

/** Nobody is there to answer; what is not answered is not trusted. */
const untrustedSettings = {
	"security.workspace.trust.enabled": true,
	"security.workspace.trust.startupPrompt": "never",
	"security.workspace.trust.banner": "never",
};

export type WorkbenchTheme = keyof typeof themeNames;

export interface WorkbenchOptions {
	/** A folder whose copy is opened, so that what is typed there is never kept; without one VS Code opens empty. */
	readonly folder?: string;
	/** `false`: as after "No, I don't trust the authors"; no folder is asked about otherwise. */
	readonly isTrusted?: boolean;
	/** Of a test Hub; without one the extension is offline. */
	readonly hubUrl?: string;
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly theme?: WorkbenchTheme;
	readonly viewport?: { readonly width: number; readonly height: number };
	/** Absolute folder of the extension under development; this checkout when not given. */
	readonly extensionPath?: string;
	/** Absolute folders of extensions that are installed beside it. */
	readonly otherExtensionPaths?: readonly string[];
	/** Of a bundle with `run()`, called inside the extension host; relative to the extension's folder. */
	readonly testsPath?: string;
	/** Added to the environment of the extension host. */
	readonly env?: Readonly<Record<string, string>>;
}

export interface Workbench {
	readonly page: Page;
	readonly serverUrl: string;
	/** The opened copy of `folder`. */
	readonly folder: string | undefined;
	/** Every error that the page or a frame in it has logged so far. */
	readonly pageErrors: readonly string[];
	readonly hasCrashed: () => boolean;
	readonly server: RunningServer;
	readonly close: () => Promise<void>;
}

/**
 * Opens a real VS Code in a headless browser, with the extension of this checkout loaded from source and user data
 * of its own. What it needs is installed on first use. `close()` ends and removes everything.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const tempDir = await mkdtemp(join(tmpdir(), "open-models-"));
	const removeAtExit = (): void => rmSync(tempDir, { recursive: true, force: true, maxRetries: 5 });
	process.once("exit", removeAtExit);
	const folder = options.folder === undefined ? undefined : join(tempDir, "workspace");
	if (options.folder !== undefined && folder !== undefined) {
		await cp(options.folder, folder, { recursive: true });
	}
	const dataDir = join(tempDir, "server");
	for (const path of options.otherExtensionPaths ?? []) {
		await cp(path, join(dataDir, "extensions", basename(path)), { recursive: true });
	}
	const server = await startServer({
		dataDir,
		hasWorkspaceTrust: options.isTrusted === false,
		settings: {
			"window.autoDetectColorScheme": false,
			"workbench.colorTheme": themeNames[options.theme ?? "dark"],
			...(options.isTrusted === false && untrustedSettings),
			...options.settings,
		},
		env: {
			...offlineEnvironment(tempDir),
			...(options.hubUrl !== undefined && { HF_ENDPOINT: options.hubUrl }),
			...options.env,
		},
	});
	const lease = await leaseBrowser();
	const context = await lease.browser.newContext({
		viewport: options.viewport ?? { width: 1280, height: 800 },
		reducedMotion: "reduce",
		permissions: ["clipboard-read", "clipboard-write"],
	});
	const close = async (): Promise<void> => {
		await context.close();
		await lease.release();
		await server.close();
		await rm(tempDir, { recursive: true, force: true, maxRetries: 5 });
		process.off("exit", removeAtExit);
	};
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(actionDeadlineMs);
		const pageErrors = watchErrors(page);
		let isCrashed = false;
		page.once("crash", () => {
			isCrashed = true;
		});
		const extensionPath = await linkExtension(tempDir, options.extensionPath ?? checkoutDir);
		const testsPath = options.testsPath === undefined ? undefined : join(extensionPath, options.testsPath);
		await page.goto(workbenchUrl({ serverUrl: server.url, folder, extensionPath, testsPath }));
		await page.locator(".monaco-workbench .statusbar").waitFor({ timeout: readyDeadlineMs });
		return {
			page,
			serverUrl: server.url,
			folder,
			pageErrors,
			hasCrashed: () => isCrashed,
			server,
			close,
		};
	} catch (error) {
		const log = server.readLog();
		await close();
		throw new Error(`The workbench did not open. The server said:\n${log}`, { cause: error });
	}
}

/**
 * The environment of an extension host under test: what a test does not serve itself is offline, never the real Hub,
 * and the person's own token and cache stay out of it.
 */
export function offlineEnvironment(tempDir: string): Record<string, string> {
	return { HF_ENDPOINT: unreachableHubUrl, HF_HOME: join(tempDir, "hf-home"), HF_TOKEN: "" };
}

/**
 * The frame that holds a webview's own document: an iframe inside an iframe.
 * @param title of the panel or view, as VS Code shows it; the first webview found when not given
 * @throws when none has appeared after the deadline
 */
export async function panelFrame(page: Page, title?: string): Promise<Frame> {
	const deadlineMs = Date.now() + readyDeadlineMs;
	while (Date.now() < deadlineMs) {
		for (const frame of page.frames()) {
			if (await isPanelFrame(frame, title)) {
				return frame;
			}
		}
		await delay(100);
	}
	throw new Error(`No webview${title === undefined ? "" : ` "${title}"`} appeared.`);
}

async function isPanelFrame(frame: Frame, title: string | undefined): Promise<boolean> {
	if (frame.parentFrame()?.parentFrame() === null) {
		return false;
	}
	try {
		const element = await frame.frameElement();
		const [id, ownTitle] = [await element.getAttribute("id"), await element.getAttribute("title")];
		return id === "active-frame" && (title === undefined || ownTitle === title);
	} catch {
		// The frame went away while it was being looked at.
		return false;
	}
}

function watchErrors(page: Page): readonly string[] {
	const errors: string[] = [];
	page.on("console", (message) => {
		if (message.type() === "error") {
			errors.push(message.text());
		}
	});
	page.on("pageerror", (error) => errors.push(String(error)));
	return errors;
}
