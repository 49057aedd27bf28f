pipeline_id = "runwayml/stable-diffusion-v1-5"
lora = "ostris/ikea-instructions-lora-sdxl"
pipe = DiffusionPipeline.from_pretrained(pipeline_id)
pipe.load_lora_weights(lora)
pipe.unet = UNet2DConditionModel.from_config("stabilityai/stable-diffusion-xl-base-1.0", subfolder="unet")
sched = EulerDiscreteScheduler.from_pretrained("stabilityai/stable-diffusion-2", subfolder="scheduler")
model_path = hf_hub_download("black-forest-labs/FLUX.1-schnell", "ae.safetensors")
load_file(hf_hub_download("ByteDance/SDXL-Lightning", ckpt))
ip = "h94/IP-Adapter-FaceID"
