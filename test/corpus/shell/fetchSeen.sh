HF=https://huggingface.co
for f in config.json tokenizer.json; do
  curl -sSfL -o "models/xenova/$f" "$HF/Xenova/all-MiniLM-L12-v2/resolve/main/$f"
done
huggingface-cli download bytedance-research/Phantom Phantom-Wan-1.3B.pth \
  --revision 926cb19b8273d3841edcf905ca4ddb57f8e43207 --local-dir ./weights/phantom
huggingface-cli download --repo-type=dataset TaoBao-MM/Taobao-MM --local-dir your/local/path
hf download autotrust/JEV-27B-VL --local-dir ./models/JEV-27B-VL
huggingface-cli download $MODEL
model_path='GSAI-ML/LLaDA-8B-Instruct'
