import { parseArgs } from "node:util";
import { type HubOptions, startHub } from "./hubServer.ts";

const USAGE =
	"Usage: npm run hub -- [--port N] [--data FILE]... [--configs FILE] [--quota N] [--window SECONDS] [--delay MS]";

void main();

async function main(): Promise<void> {
	try {
		const hub = await startHub(readOptions());
		console.log(`${hub.modelCount} models`);
		console.log(`Test Hub is ready at ${hub.url}`);
		for (const signal of ["SIGINT", "SIGTERM"] as const) {
			process.once(signal, () => void hub.close());
		}
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		console.error(USAGE);
		process.exitCode = 1;
	}
}

function readOptions(): HubOptions {
	const { values } = parseArgs({
		options: {
			port: { type: "string" },
			data: { type: "string", multiple: true },
			configs: { type: "string" },
			quota: { type: "string" },
			window: { type: "string" },
			delay: { type: "string" },
		},
	});
	return {
		...withNumber("port", values.port),
		...withNumber("quota", values.quota),
		...withNumber("windowSeconds", values.window),
		...withNumber("delayMs", values.delay),
		...(values.data === undefined ? {} : { dataPaths: values.data }),
		...(values.configs === undefined ? {} : { configsPath: values.configs }),
	};
}

function withNumber(key: keyof HubOptions, text: string | undefined): Record<string, number> {
	if (text === undefined) {
		return {};
	}
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0) {
		throw new Error(`Not a number of use for ${key}: ${text}`);
	}
	return { [key]: value };
}
