/** Names under which a revision stands beside an ID. */
export const revisionNames = [
	"revision",
	"model_revision",
	"modelRevision",
	"MODEL_REVISION",
	"HF_MODEL_REVISION",
	"REVISION",
	"code_revision",
	"rev",
];

/** Names under which a file of the repository does. */
export const fileNames = ["filename", "gguf_file", "weight_name", "file", "hf_file", "file_path"];

/** Names under which the kind of the repository does. */
export const kindNames = ["repo_type", "repoType", "type"];
