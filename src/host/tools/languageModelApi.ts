import * as vscode from "vscode";

/** A tool that a language model in the editor may call. What comes back is text. */
export interface ModelTool {
	/** What is being done, while it is. */
	readonly describe: () => string;
	readonly invoke: (input: unknown, token: vscode.CancellationToken) => Promise<string>;
}

/**
 * Offers a tool to the editor's language models, where the editor knows such tools: they came with VS Code 1.95
 * (https://code.visualstudio.com/api/extension-guides/tools), after the oldest that we run in, so its types do not have them.
 */
export function registerModelTool(name: string, tool: ModelTool): vscode.Disposable {
	const api: unknown = vscode;
	const lm = readMember(api, "lm");
	const registerTool = readMember(lm, "registerTool");
	const toolResult = readMember(api, "LanguageModelToolResult");
	const textPart = readMember(api, "LanguageModelTextPart");
	if (!isFunction(registerTool) || !isFunction(toolResult) || !isFunction(textPart)) {
		return { dispose: () => undefined };
	}
	const registered: unknown = Reflect.apply(registerTool, lm, [
		name,
		{
			prepareInvocation: () => ({ invocationMessage: tool.describe() }),
			invoke: async (options: unknown, token: vscode.CancellationToken): Promise<unknown> => {
				const text = await tool.invoke(readMember(options, "input"), token);
				return Reflect.construct(toolResult, [[Reflect.construct(textPart, [text])]]);
			},
		},
	]);
	return {
		dispose: () => {
			const dispose = readMember(registered, "dispose");
			if (isFunction(dispose)) {
				Reflect.apply(dispose, registered, []);
			}
		},
	};
}

/** A member of something of which nothing is known; `undefined` where there is none. */
export function readMember(value: unknown, name: string): unknown {
	return (typeof value === "object" || typeof value === "function") && value !== null
		? Reflect.get(value, name)
		: undefined;
}

/** Whether something can be called. */
export function isFunction(value: unknown): value is (...values: unknown[]) => unknown {
	return typeof value === "function";
}
