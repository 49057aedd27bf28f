const lines = 10_000;
/** How many models it names. */
export const ids = 200;

/** A program such as people write: a fifth of its lines are empty or comments, and every fiftieth names a model: 10,000 lines. */
export function makeProgram(): string {
	const every = lines / ids;
	return Array.from({ length: lines }, (_, i) => {
		if (i % every === 0) {
			return `    model = AutoModel.from_pretrained("owner${i}/model-${i}", revision="main")`;
		}
		return (statements[i % statements.length] ?? "").replaceAll("$", String(i));
	}).join("\n");
}

const statements = [
	"",
	"def step_$(self, batch, scale=0.5):",
	'    """Takes what the step before gave."""',
	"    # Nothing is kept between batches.",
	"    total, name = 0, None",
	"    rows = self.read(batch, limit=$)",
	"    for row in rows:",
	'        name = row["name"]',
	"        if name is None or not rows:",
	"            continue",
	"        total += row.weight * scale + $",
	'        self.log.info("row %s", name)',
	"    result = compute(total, scale, key=name)",
	"    return result",
];
