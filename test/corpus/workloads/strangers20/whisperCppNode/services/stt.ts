import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MODEL = "models/ggml-large-v3-turbo-q5_0.bin";

/** Transcribes a WAV file with whisper.cpp. */
export async function transcribe(wav: string): Promise<string> {
  const { stdout } = await run("whisper-cli", ["-m", MODEL, "-f", wav, "-l", "sv", "--no-timestamps", "-t", "8"]);
  return stdout.trim();
}
