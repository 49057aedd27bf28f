/** VS Code's language id of shell snippets. */
export const shellLanguage = "shellscript";

/** One command of a shell snippet. */
export interface ShellCommand {
	/** As it would be typed, on as many lines as it is written. */
	readonly text: string;
	/** What the comment right above it says, without its mark. */
	readonly comment?: string;
}

/**
 * The commands of a shell snippet, in order. A line that ends in `\` or within quotes goes on in the next one, as in
 * sh (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, 2024-06). Here-documents are not known:
 * their lines would be taken for commands.
 */
export function splitCommands(code: string): readonly ShellCommand[] {
	const commands: ShellCommand[] = [];
	let comment: string | undefined;
	let lines: string[] = [];
	for (const line of code.split("\n")) {
		if (lines.length === 0 && /^\s*(#|$)/.test(line)) {
			comment = line.trim() === "" ? undefined : line.replace(/^[\s#]+/, "").replace(/:\s*$/, "");
			continue;
		}
		lines.push(line);
		const text = lines.join("\n");
		if (isWhole(text)) {
			commands.push({ text: text.trim(), ...(comment && { comment }) });
			comment = undefined;
			lines = [];
		}
	}
	return commands;
}

/** Whether the shell would run it, instead of asking for more. */
function isWhole(text: string): boolean {
	let quote: string | undefined;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (character === "\\" && quote !== "'") {
			if (at === text.length - 1) {
				return false;
			}
			at += 1;
		} else if (quote === undefined && (character === '"' || character === "'")) {
			quote = character;
		} else if (character === quote) {
			quote = undefined;
		}
	}
	return quote === undefined;
}
