import keras
import keras_hub
import pandas as pd

gemma = keras_hub.models.GemmaCausalLM.from_preset("hf://keras/gemma_1.1_instruct_2b_en")
bert = keras_hub.models.BertClassifier.from_preset("bert_base_en_uncased", num_classes=2)
kaggle = keras_hub.models.GemmaCausalLM.from_preset("kaggle://keras/gemma/keras/gemma_2b_en")
df = pd.read_csv("hf://datasets/Anthropic/hh-rlhf/data.csv")
model = keras.saving.load_model("hf://mkrawczyk/gemma-2b-reviews")
