import ctranslate2
import sentencepiece as spm

translator = ctranslate2.Translator("nllb-ct2/", device="cpu", compute_type="int8", inter_threads=4)
sp = spm.SentencePieceProcessor("flores200.model")


def to_spanish(lines):
    tokens = [["eng_Latn"] + sp.encode(line, out_type=str) + ["</s>"] for line in lines]
    result = translator.translate_batch(tokens, target_prefix=[["spa_Latn"]] * len(lines), max_batch_size=2048)
    return [sp.decode(r.hypotheses[0][1:]) for r in result]
