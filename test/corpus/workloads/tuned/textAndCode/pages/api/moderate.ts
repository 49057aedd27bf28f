import { InferenceClient } from "@huggingface/inference";

const client = new InferenceClient(process.env.HF_TOKEN);

export default async function handler(req, res) {
	const labels = await client.textClassification({
		model: "unitary/toxic-bert",
		inputs: req.body.comment,
	});
	res.json({ blocked: labels.some(({ label, score }) => label === "toxic" && score > 0.8) });
}
