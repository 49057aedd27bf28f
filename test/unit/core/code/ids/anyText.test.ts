import assert from "node:assert/strict";
import fc from "fast-check";
import { findModelIds } from "../../../../../src/core/code/ids/findModelIds.ts";

const languages =
	"python javascript typescriptreact json yaml toml dockerfile shellscript markdown ipynb makefile plaintext".split(
		" ",
	);

const pieces = [
	'"',
	"'",
	'"""',
	"`",
	"${",
	"}",
	"{",
	"(",
	")",
	"[",
	"]",
	"\n",
	"\\",
	"#",
	"//",
	"/*",
	"*/",
	"/",
	":",
	"=",
	",",
	"- ",
	"  ",
	"<<EOF\n",
	"EOF\n",
	"|\n",
	"```python\n",
	"---\n",
	"%%bash\n",
	'"source": [',
	'"cell_type": "code"',
	"f",
	"for x in ",
	"def f(",
	"from_pretrained(",
	"model=",
	"--model ",
	"Qwen/Qwen3-8B",
	"gpt2",
	"https://huggingface.co/",
	"hf://",
	"@",
	"é",
	"\u{1f600}",
	"\r\n",
];

describe("finding model IDs in any text", () => {
	it("never throws, and what it finds stands where it says", () => {
		const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), {
			maxLength: 120,
		});
		fc.assert(
			fc.property(text, fc.constantFrom(...languages), (parts, languageId) => {
				const whole = parts.join("");
				let end = 0;
				for (const use of findModelIds(whole, languageId)) {
					assert.ok(use.start >= end && use.end <= whole.length);
					assert.equal(whole.slice(use.start, use.end), use.id);
					const line = whole.split("\n")[use.line - 1] ?? "";
					assert.ok(line.startsWith(use.id, use.column - 1));
					if (use.revisionSpan !== undefined) {
						assert.equal(whole.slice(use.revisionSpan.start, use.revisionSpan.end), use.revision);
					}
					end = use.end;
				}
			}),
			{ numRuns: 800 },
		);
	});

	it("comes to an end with a megabyte of quotes", function () {
		this.timeout(120_000);
		for (const languageId of languages) {
			findModelIds('"'.repeat(1_000_000), languageId);
		}
	});

	it("comes to an end with a long text of anything", function () {
		this.timeout(120_000);
		for (const piece of pieces) {
			const text = piece.repeat(Math.ceil(40_000 / piece.length));
			for (const languageId of languages) {
				findModelIds(text, languageId);
			}
		}
	});
});
