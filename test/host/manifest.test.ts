import assert from "node:assert/strict";
import * as vscode from "vscode";
import { useHub } from "./hubHarness.ts";
import { contexts } from "./taps.ts";
import { until } from "./until.ts";

interface Manifest {
	readonly contributes: {
		readonly commands: readonly {
			readonly command: string;
			readonly title: string;
			readonly category?: string;
			readonly enablement?: string;
		}[];
		readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
		readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
		readonly viewsWelcome: readonly { readonly contents: string; readonly when?: string }[];
		readonly walkthroughs: readonly {
			readonly title: string;
			readonly when: string;
			readonly steps: readonly {
				readonly title: string;
				readonly description: string;
				readonly media: { readonly svg: string; readonly altText: string };
			}[];
		}[];
		readonly configuration: {
			readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
		};
	};
}

/** Commands that only rows and other extensions call: they mean nothing without what these hand over. */
const rowCommands = [
	"openModels.dropFilter",
	"openModels.includeUnknown",
	"openModels.pick",
	"openModels.readModel",
];

describe("the manifest and the code", () => {
	useHub();
	let manifest: Manifest;
	let extensionUri: vscode.Uri;

	before(() => {
		const extension = vscode.extensions.getExtension("open-models.open-models");
		assert.ok(extension);
		manifest = extension.packageJSON;
		({ extensionUri } = extension);
	});

	it("have the same commands", async () => {
		const registered = (await vscode.commands.getCommands(true)).filter(
			(id) => /^openModels\.\w+$/.test(id) && !rowCommands.includes(id),
		);
		const contributed = manifest.contributes.commands.map(({ command }) => command);
		assert.deepEqual(registered.sort(), [...contributed].sort());
	});

	it("give every command words and the one category", () => {
		for (const { command, title, category } of manifest.contributes.commands) {
			assert.match(title, /^[A-Z][^%]+$/, command);
			assert.equal(category, "Open Models", command);
		}
	});

	it("describe every setting, view and empty view in words", () => {
		const { configuration, views, viewsWelcome } = manifest.contributes;
		for (const [name, { markdownDescription }] of Object.entries(configuration.properties)) {
			assert.match(markdownDescription ?? "", /^[^%].{20,}/, name);
		}
		for (const { id, name } of Object.values(views).flat()) {
			assert.match(name, /^[A-Z][\w ]+$/, id);
		}
		for (const { contents } of viewsWelcome) {
			assert.match(contents, /\[.+\]\(command:openModels\.\w+\)/);
		}
	});

	it("give every step of the walkthrough words, a picture and a command of ours", async () => {
		const known = manifest.contributes.commands.map(({ command }) => command);
		const views = Object.values(manifest.contributes.views).flat();
		known.push(...views.map(({ id }) => `${id}.focus`));
		const steps = manifest.contributes.walkthroughs.flatMap((each) => each.steps);
		assert.ok(steps.length >= 3 && steps.length <= 5, `${steps.length} steps`);
		for (const { title, description, media } of steps) {
			const [, command] = /\n\[.+\]\(command:([\w.]+)\)$/.exec(description) ?? [];
			assert.ok(command !== undefined && known.includes(command), `${title}: ${description}`);
			assert.match(media.altText, /^[A-Z].{20,}\.$/, title);
			const picture = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, media.svg));
			const text = new TextDecoder().decode(picture);
			assert.match(text, /var\(--vscode-/, title);
			assert.doesNotMatch(text, /#[0-9a-f]{3}/i, "a color that is not of the theme");
		}
	});

	it("put only contributed commands into menus", () => {
		const known = new Set(manifest.contributes.commands.map(({ command }) => command));
		for (const { command } of Object.values(manifest.contributes.menus).flat()) {
			assert.ok(known.has(command), command);
		}
	});

	it("agree on what menus go by: each such key is told by the code", async () => {
		await vscode.commands.executeCommand("openModels.targets.focus");
		const { commands, menus, viewsWelcome, walkthroughs } = manifest.contributes;
		const conditions = [
			...commands.map(({ enablement }) => enablement ?? ""),
			...Object.values(menus)
				.flat()
				.map(({ when }) => when ?? ""),
			...viewsWelcome.map(({ when }) => when ?? ""),
			...walkthroughs.map(({ when }) => when),
		];
		const keys = conditions.flatMap((condition) =>
			[...condition.matchAll(/(?<![.\w])openModels(?:\.\w+)+(?=\s|$)/g)]
				.map(([key]) => key)
				.filter(
					(key) =>
						![
							"openModels.models",
							"openModels.targets",
							"openModels.watched",
							"openModels.workspace",
						].includes(key),
				),
		);
		assert.ok(keys.length > 5, keys.join());
		for (const key of new Set(keys)) {
			await until(`a value of ${key}`, () => contexts.has(key));
		}
	});
});
