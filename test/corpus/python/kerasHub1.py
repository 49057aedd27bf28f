import keras
import keras_hub
import pandas as pd

gemma = keras_hub.models.GemmaCausalLM.from_preset("hf://google/gemma-2b-keras")
bert = keras_hub.models.BertClassifier.from_preset("bert_base_en_uncased", num_classes=2)
kaggle = keras_hub.models.GemmaCausalLM.from_preset("kaggle://keras/gemma/keras/gemma_2b_en")
df = pd.read_csv("hf://datasets/openai/gsm8k/data.csv")
model = keras.saving.load_model("hf://labteam/summarizer-v2")
