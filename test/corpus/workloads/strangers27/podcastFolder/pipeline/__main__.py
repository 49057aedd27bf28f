import sys

from pipeline.asr import transcribe

print(transcribe(sys.argv[1]))
