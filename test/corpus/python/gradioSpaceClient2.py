from gradio_client import Client, handle_file

client = Client("abidlabs/whisper")
result = client.predict(handle_file("audio/sample.wav"), api_name="/predict")
other = Client("hf-audio/whisper-large-v3", hf_token="hf_x")
