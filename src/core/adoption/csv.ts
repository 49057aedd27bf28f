/** A table as CSV (RFC 4180): comma, CRLF, quotes where a cell needs them. */
export function formatCsv(rows: Iterable<readonly (string | number | undefined)[]>): string {
	const lines: string[] = [];
	for (const row of rows) {
		lines.push(row.map(formatCell).join(","));
	}
	return lines.map((line) => `${line}\r\n`).join("");
}

/** Rows of a CSV text, with `,` or `;` between cells as its first line has it; a last empty line is none. */
export function parseCsv(text: string): string[][] {
	const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
	const firstLine = /^[^\r\n]*/.exec(clean)?.[0] ?? "";
	const separator = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = "";
	let isQuoted = false;
	for (let at = 0; at < clean.length; at++) {
		const char = clean[at];
		if (isQuoted) {
			if (char !== '"') {
				cell += char;
			} else if (clean[at + 1] === '"') {
				cell += '"';
				at++;
			} else {
				isQuoted = false;
			}
		} else if (char === '"' && cell === "") {
			isQuoted = true;
		} else if (char === separator || char === "\n") {
			row.push(cell);
			cell = "";
			if (char === "\n") {
				rows.push(row);
				row = [];
			}
		} else if (char !== "\r" || clean[at + 1] !== "\n") {
			cell += char;
		}
	}
	if (cell !== "" || row.length > 0) {
		rows.push([...row, cell]);
	}
	return rows;
}

function formatCell(cell: string | number | undefined): string {
	if (cell === undefined) {
		return "";
	}
	// A spreadsheet takes a text that begins like a formula for one.
	const text = typeof cell === "string" && /^[=+\-@\t]/.test(cell) ? `'${cell}` : String(cell);
	return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
