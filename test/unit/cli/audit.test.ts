import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { formatLock } from "../../../src/core/policy/formatLock.ts";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { loadCycloneDxJudge, loadSarifJudge } from "../core/audit/publishedSchemas.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

describe("open-models audit, as it is built", function () {
	this.timeout(120_000);

	let hub: HubServer;
	let folder: string;
	let cli: string;

	before(async () => {
		hub = await startHub();
		folder = await mkdtemp(join(tmpdir(), "open-models-"));
		// The same options as in esbuild.mjs, whose bundles a unit test cannot count on to be there.
		cli = join(folder, "package/dist/cli.js");
		await write("package/package.json", `{ "version": "9.9.9" }`);
		await build({
			entryPoints: ["src/cli/main.ts"],
			outfile: cli,
			bundle: true,
			platform: "node",
			format: "cjs",
			alias: {
				vscode: "./src/cli/englishWords.ts",
				"jsonc-parser": "./node_modules/jsonc-parser/lib/esm/main.js",
			},
			logLevel: "error",
		});
	});

	after(async () => {
		await hub.close();
		await rm(folder, { recursive: true, force: true });
	});

	beforeEach(() => rm(join(folder, "shop"), { recursive: true, force: true }));

	async function write(path: string, text: string): Promise<void> {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}

	function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
		const env = { PATH: process.env["PATH"] ?? "", HF_ENDPOINT: hub.url, ...environment };
		return new Promise((resolve) => {
			execFile(process.execPath, [cli, ...args], { env, cwd: join(folder) }, (error, out, err) => {
				resolve({ code: Number(error?.code ?? 0), out, err });
			});
		});
	}

	it("finds what the code uses, and fails on what the policy forbids", async () => {
		await write("shop/app.py", `AutoModel.from_pretrained("CohereLabs/aya-expanse-8b")\n`);
		await write("shop/serve.sh", `vllm serve Qwen/Qwen3-8B --revision ${commit}\n`);
		await write("shop/node_modules/other/app.py", `AutoModel.from_pretrained("openai/gpt-oss-20b")\n`);
		await write(
			"shop/.openmodels.json",
			`{ "licenses": { "forbidClasses": ["nonCommercial"] }, "nobody": 1 }`,
		);
		const { code, out } = await run(["audit", "shop"]);
		assert.equal(code, 1);
		assert.match(
			out,
			/^app\.py\n(?: .*\n)* {2}1:28 +error +CohereLabs\/aya-expanse-8b: The policy forbids its license: cc-by-nc-4\.0\. \(licenseForbidden\)$/m,
		);
		assert.match(out, /^\.openmodels\.json:1:\d+ {2}warning {2}Nobody knows the key “nobody”/m);
		assert.match(out, /^2 models in 2 files: 1 error, 0 warnings, 2 hints; 3 requests\.$/m);
		assert.ok(!out.includes("gpt-oss-20b"));
		const excepted = { model: "CohereLabs/*", reason: "bought", date: "2026-11-01" };
		await write(
			"shop/.openmodels.json",
			JSON.stringify({ licenses: { forbidClasses: ["nonCommercial"] }, exceptions: [excepted] }),
		);
		const second = await run(["audit", "shop"]);
		assert.equal(second.code, 0, second.out);
		assert.match(second.out, /excepted.*Excepted on 2026-11-01: bought/);
	});

	it("fails on warnings only when it is asked to", async () => {
		await write("shop/app.py", `AutoModel.from_pretrained("qwen/qwen3-8b")\n`);
		assert.equal((await run(["audit", "shop"])).code, 0);
		assert.equal((await run(["audit", "shop", "--fail-on", "warning"])).code, 1);
	});

	it("judges machines and pins that the policy names", async () => {
		await write("shop/app.py", `AutoModel.from_pretrained("openai/gpt-oss-120b")\n`);
		await write("shop/.openmodels.json", `{ "targets": ["rtx-3060"], "requirePin": true }`);
		const { out } = await run(["audit", "shop"]);
		assert.match(out, /error +openai\/gpt-oss-120b: .*\(doesNotFit\)/);
		assert.match(out, /error +openai\/gpt-oss-120b: .*\(notPinned\)/);
	});

	it("writes reports that hold before the published schemas, and the others", async () => {
		await write("shop/app.py", `AutoModel.from_pretrained("monsterapi/Llama-3_1-8B-Instruct-orca-ORPO")\n`);
		const sarif = await run(["audit", "shop", "--format", "sarif"]);
		assert.deepEqual((await loadSarifJudge())(JSON.parse(sarif.out)), []);
		const bom = await run(["audit", "shop", "--format=cyclonedx"]);
		assert.deepEqual((await loadCycloneDxJudge())(JSON.parse(bom.out)), []);
		assert.match(bom.out, /"version": "9\.9\.9"/);
		const markdown = await run(["audit", "shop", "--format", "markdown"]);
		assert.match(markdown.out, /^# Models in shop$/m);
		assert.match(markdown.out, /llama3\\?\.1/);
		const json = JSON.parse((await run(["audit", "shop", "--format", "json"])).out);
		assert.equal(json.models[0].uses[0].findings[0].code, "licenseConflict");
	});

	it("works from the lock without the Hub, and says what it could not ask", async () => {
		await write(
			"shop/app.py",
			`AutoModel.from_pretrained("Qwen/Qwen3-8B")\nAutoModel.from_pretrained("BAAI/bge-m3")\n`,
		);
		const lock = {
			models: [{ id: "Qwen/Qwen3-8B", revision: commit, license: { id: "llama3.1" }, date: "2026-11-01" }],
		};
		await write("shop/openmodels.lock", formatLock(lock));
		await write("shop/.openmodels.json", `{ "licenses": { "forbid": ["llama3.1"] } }`);
		hub.clearRequests();
		const offline = await run(["audit", "shop", "--offline"]);
		assert.equal(offline.code, 1);
		assert.match(offline.out, /The policy forbids its license: llama3\.1/);
		assert.match(offline.out, /1 model not read; 0 requests/);
		assert.deepEqual(hub.requests, []);
		await write("shop/.openmodels.json", "{}");
		const dead = await run(["audit", "shop", "--endpoint", "http://127.0.0.1:9"]);
		assert.equal(dead.code, 3);
		assert.match(dead.err, /127\.0\.0\.1:9 cannot be reached/);
	});

	it("takes one file, and leaves out what .gitignore and the policy leave out", async () => {
		await write("shop/a.py", `AutoModel.from_pretrained("Qwen/Qwen3-8B")\n`);
		await write("shop/docs/b.py", `AutoModel.from_pretrained("BAAI/bge-m3")\n`);
		await write("shop/made/c.py", `AutoModel.from_pretrained("openai/gpt-oss-20b")\n`);
		await write("shop/.gitignore", "made/\n");
		await write("shop/.openmodels.json", `{ "exclude": ["docs/**"] }`);
		const all = JSON.parse((await run(["audit", "shop", "--format", "json", "--offline"])).out);
		assert.deepEqual(
			all.models.map(({ id }: { id: string }) => id),
			["Qwen/Qwen3-8B"],
		);
		const one = JSON.parse((await run(["audit", "shop/docs/b.py", "--format", "json", "--offline"])).out);
		assert.deepEqual(
			one.models.map(({ id }: { id: string }) => id),
			["BAAI/bge-m3"],
		);
	});

	it("says what is wrong with how it is called", async () => {
		const wrong: readonly (readonly [readonly string[], RegExp])[] = [
			[[], /A command is missing/],
			[["check"], /no command "check"/],
			[["audit", "--format", "xml"], /--format takes text, sarif, cyclonedx, markdown, json; not "xml"/],
			[["audit", "--fail-on", "hint"], /--fail-on takes error or warning/],
			[["audit", "--endpoint", "ftp://a"], /no http or https address/],
			[["audit", "a", "b"], /One path at most/],
			[["audit", "--nothing"], /--nothing/],
			[["audit", "not-there"], /There is no file or folder ".*not-there"/],
		];
		for (const [args, message] of wrong) {
			const { code, err, out } = await run(args);
			assert.equal(code, 2, args.join(" "));
			assert.match(err, message);
			assert.equal(out, "");
		}
		const help = await run(["--help"]);
		assert.equal(help.code, 0);
		assert.match(help.out, /^Usage: open-models audit/);
		assert.equal((await run(["--version"])).out, "9.9.9\n");
	});

	it("tells its token to nobody but the Hub", async () => {
		await write("shop/app.py", `AutoModel.from_pretrained("Qwen/Qwen3-8B")\n`);
		const { out, err } = await run(["audit", "shop", "--format", "json"], {
			HF_TOKEN: "hf_not_a_real_token",
		});
		assert.ok(!`${out}${err}`.includes("hf_not_a_real_token"));
	});
});
