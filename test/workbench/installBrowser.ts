import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { installOnce } from "./installOnce.ts";
import { isThere } from "./isThere.mjs";

/** A Chromium on this disk and what its environment needs. */
export interface BrowserInstallation {
	readonly executablePath: string;
	readonly env: Readonly<Record<string, string>>;
}

const commandNames = [
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"microsoft-edge",
];

const knownPaths = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const fontsFileName = "fonts.conf";

/** The machine's fonts, and the package's own where a machine has none. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>/usr/share/fonts</dir>
	<dir prefix="relative">fonts</dir>
	<cachedir prefix="xdg">fontconfig</cachedir>
	<include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
`;

/**
 * The browser that the suites use: `CHROME_PATH` where that is set, the pinned Chromium from npm on Linux x64 (so
 * that screenshots do not depend on the machine), else an installed Chrome, Chromium or Edge.
 * @throws where there is none, saying what to do
 */
export async function installBrowser(): Promise<BrowserInstallation> {
	const chosenPath = process.env["CHROME_PATH"];
	if (chosenPath !== undefined) {
		return { executablePath: chosenPath, env: {} };
	}
	if (process.platform === "linux" && process.arch === "x64") {
		return installPinnedBrowser();
	}
	const onPath = (process.env["PATH"] ?? "")
		.split(delimiter)
		.flatMap((dir) => commandNames.map((name) => join(dir, name)));
	for (const executablePath of [...onPath, ...knownPaths]) {
		if (await isThere(executablePath)) {
			return { executablePath, env: {} };
		}
	}
	throw new Error("No browser for the tests: install Chrome, Chromium or Edge, or name one in CHROME_PATH.");
}

async function installPinnedBrowser(): Promise<BrowserInstallation> {
	const unpackedDir = join(await installOnce("browser", "Installing Chromium", unpackBrowser), "unpacked");
	const executablePath = join(unpackedDir, "chromium");
	const fonts = { FONTCONFIG_FILE: join(unpackedDir, fontsFileName) };
	if (await canRun(executablePath)) {
		return { executablePath, env: fonts };
	}
	return { executablePath, env: { ...fonts, LD_LIBRARY_PATH: join(unpackedDir, "al2023/lib") } };
}

/** Whether this machine has the shared libraries that Chromium is linked with. */
async function canRun(executablePath: string): Promise<boolean> {
	return promisify(execFile)(executablePath, ["--version"]).then(
		() => true,
		() => false,
	);
}

/** The package unpacks itself into the system's temporary folder, wherever that is said to be. */
async function unpackBrowser(stagingDir: string): Promise<void> {
	const unpackedDir = join(stagingDir, "unpacked");
	await mkdir(unpackedDir);
	const script = 'import("@sparticuz/chromium").then((module) => module.default.executablePath())';
	await promisify(execFile)(process.execPath, ["-e", script], {
		cwd: stagingDir,
		// Posing as this environment makes it unpack its shared libraries too.
		env: { ...process.env, TMPDIR: unpackedDir, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
	});
	await writeFile(join(unpackedDir, fontsFileName), fontsConfiguration);
}
