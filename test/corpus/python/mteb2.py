import mteb
from sentence_transformers import SentenceTransformer

model_name = "ibm-granite/granite-embedding-30m-english"
model = SentenceTransformer(model_name, trust_remote_code=True)
tasks = mteb.get_tasks(tasks=["Banking77Classification", "mteb/sts12-sts"])
evaluation = mteb.MTEB(tasks=tasks)
evaluation.run(model, output_folder=f"results/{model_name}")
