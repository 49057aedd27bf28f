const definition = /(?:^|[\n;])[ \t]*(?:function[ \t]+)?([A-Za-z_][\w-]*)[ \t]*(?:\(\))?[ \t]*\{/g;
const loading =
	/(?:\b(?:hf|huggingface-cli)[ \t]+download|\bvllm[ \t]+serve|\bhfd\.sh|--(?:model|model-path|repo-id)|\b(?:snapshot_download|from_pretrained)\((?:repo_id=)?)[ \t=]*(?:\\?["'])*\$\{?(\w+)/;
const longestBody = 3_000;

/** Functions of a shell script that hand an argument on to a command that loads models, with the argument's position, 1-based. */
export function findLoaders(text: string): ReadonlyMap<string, number> {
	const loaders = new Map<string, number>();
	for (const { 0: all, 1: name = "", index } of text.matchAll(definition)) {
		const start = index + all.length;
		const part = text.slice(start, start + longestBody);
		const end = /\n[ \t]{0,3}\}|^[^\n]*\}[ \t]*(?=\n|$)/.exec(part);
		const body = end === null ? part : part.slice(0, end.index + end[0].length);
		const word = loading.exec(body)?.[1];
		if (word === undefined) {
			continue;
		}
		const position = /^\d$/.test(word) ? word : new RegExp(`\\b${word}=["']?\\$\\{?(\\d)`).exec(body)?.[1];
		if (position !== undefined) {
			loaders.set(name, Number(position));
		}
	}
	return loaders;
}
