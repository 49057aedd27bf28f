import tomllib

import dspy

conf = tomllib.load(open("conf/model.toml", "rb"))
lm = dspy.LM(conf["lm"]["name"], api_base=conf["lm"]["api_base"], api_key="-", max_tokens=conf["lm"]["max_tokens"])
dspy.configure(lm=lm)

summarize = dspy.Predict("report -> summary")
