const url = "https://router.huggingface.co/v1/chat/completions";

export async function ask(question: string): Promise<string> {
	const response = await fetch(url, {
		method: "POST",
		headers: { authorization: `Bearer ${process.env.HF_TOKEN}`, "content-type": "application/json" },
		body: JSON.stringify({
			model: "meta-llama/Llama-3.3-70B-Instruct",
			messages: [{ role: "user", content: question }],
			max_tokens: 500,
		}),
	});
	const { choices } = await response.json();
	return choices[0].message.content;
}
