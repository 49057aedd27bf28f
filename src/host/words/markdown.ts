/** Names come from the Hub: what Markdown or a table would read as its own is escaped. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]()#+\-.!|<>&$~]/gu, "\\$&").replace(/\s+/gu, " ");
}
