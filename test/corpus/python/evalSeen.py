import lm_eval
results = lm_eval.simple_evaluate(model="hf", model_args="pretrained=EleutherAI/pythia-160m,revision=step100000,dtype=float", tasks=["hellaswag"])
tokenizer_name = "EleutherAI/gpt-neox-20b"
