import assert from "node:assert/strict";
import {
	findNamedTaskCall,
	findOpenTaskCall,
	listLoadedTasks,
	renameTaskCall,
} from "../../../../src/core/code/callTask.ts";

describe("a call that loads models of one task only", () => {
	const find = (before: string) => {
		const found = findOpenTaskCall(before);
		return found && [found.task, before.slice(found.start, found.end)];
	};

	it("is found while it is open, by its task or its class", () => {
		assert.deepEqual(find('p = pipeline("summarization", model="'), ["summarization", "summarization"]);
		assert.deepEqual(find("await pipeline('translation',\n  '"), ["translation", "translation"]);
		assert.deepEqual(find('pipeline(task="translation_en_to_de", model="'), [
			"translation",
			"translation_en_to_de",
		]);
		assert.deepEqual(find('m = AutoModelForSeq2SeqLM.from_pretrained("'), [
			"text2text-generation",
			"Seq2SeqLM",
		]);
	});

	it("is found by the name that an ID is given, before it or after it", () => {
		const find = (marked: string) => {
			const [before = "", after = ""] = marked.split("▮");
			const found = findNamedTaskCall(before + after, before);
			return found && (before + after).slice(found.start, found.end);
		};
		assert.equal(
			find('MODEL = "▮"\n\ndef f():\n    return pipeline("summarization", model=MODEL)'),
			"summarization",
		);
		assert.equal(find('const model: string = "▮";\nawait pipeline("translation", model);'), "translation");
		assert.equal(find('m = "▮"\nAutoModelForSeq2SeqLM.from_pretrained(m)'), "Seq2SeqLM");
		assert.equal(find('MODEL = "▮"\npipeline("summarization", model=OTHER)\nprint(MODEL)'), undefined);
		assert.equal(find('print("▮")\npipeline("summarization", model=MODEL)'), undefined);
	});

	it("is none once it is closed, and none that loads whatever there is", () => {
		assert.equal(find('p = pipeline("summarization")\nname = "'), undefined);
		assert.equal(find('AutoModelForSeq2SeqLM.from_pretrained("a/b")\nname = "'), undefined);
		assert.equal(find('pipeline("text-generation", model="'), undefined);
		assert.equal(find('AutoModel.from_pretrained("'), undefined);
	});

	it("refuses who writes after an instruction, and can be changed to take it", () => {
		assert.ok(listLoadedTasks("summarization")?.includes("text2text-generation"));
		assert.ok(!listLoadedTasks("summarization")?.includes("text-generation"));
		const rename = (before: string, task: string) => {
			const found = findOpenTaskCall(before);
			return found && renameTaskCall(found, task);
		};
		assert.equal(rename('pipeline("summarization", model="', "text-generation"), "text-generation");
		assert.equal(rename('AutoModelForSeq2SeqLM.from_pretrained("', "text-generation"), "CausalLM");
		assert.equal(rename('AutoModelForSeq2SeqLM.from_pretrained("', "feature-extraction"), undefined);
	});
});
