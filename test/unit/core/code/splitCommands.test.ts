import assert from "node:assert/strict";
import { splitCommands } from "../../../../src/core/code/splitCommands.ts";

describe("the commands of a shell snippet", () => {
	it("are told apart, each with what the comment above it says", () => {
		const code = [
			"# Install vLLM from pip:",
			"pip install vllm",
			"",
			"# Start the vLLM server:",
			'vllm serve "Qwen/Qwen3-8B"',
		].join("\n");
		assert.deepEqual(splitCommands(code), [
			{ text: "pip install vllm", comment: "Install vLLM from pip" },
			{ text: 'vllm serve "Qwen/Qwen3-8B"', comment: "Start the vLLM server" },
		]);
	});

	it("go on over lines that end in a backslash or within quotes", () => {
		const call = `curl --data '{\n\t"model": "a\\"b"\n}'`;
		const plain = 'server \\\n    --model "it\'s"';
		assert.deepEqual(
			splitCommands(`${plain}\n${call}\necho done`).map(({ text }) => text),
			[plain, call, "echo done"],
		);
	});

	it("leave out a comment that an empty line parts from them, and what never ends", () => {
		assert.deepEqual(splitCommands("# About this file\n\nls"), [{ text: "ls" }]);
		assert.deepEqual(splitCommands("echo 'no end"), []);
		assert.deepEqual(splitCommands("# nothing but words"), []);
	});
});
