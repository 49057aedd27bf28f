resource "aws_instance" "llm" {
  ami           = data.aws_ami.dlami.id
  instance_type = "g6e.2xlarge"
  key_name      = var.key_name

  user_data = <<-EOT
    #!/bin/bash
    docker run -d --gpus all -p 8000:8000 \
      -v /opt/models:/root/.cache/huggingface \
      vllm/vllm-openai:latest \
      --model mistralai/Codestral-22B-v0.1 \
      --max-model-len 16384
  EOT

  root_block_device { volume_size = 200 }
}
