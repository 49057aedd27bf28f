import os

import discord
from llama_cpp import Llama

llm = Llama.from_pretrained(
    repo_id="TheBloke/OpenHermes-2.5-Mistral-7B-GGUF",
    filename="*Q4_K_M.gguf",
    n_ctx=4096,
    n_gpu_layers=35,
    chat_format="chatml",
)
client = discord.Client(intents=discord.Intents.default())


@client.event
async def on_message(message):
    if message.author == client.user or client.user not in message.mentions:
        return
    async with message.channel.typing():
        out = llm.create_chat_completion(
            messages=[
                {"role": "system", "content": "You are a sarcastic pirate."},
                {"role": "user", "content": message.clean_content},
            ],
            max_tokens=200,
        )
    await message.reply(out["choices"][0]["message"]["content"])


client.run(os.environ["DISCORD_TOKEN"])
