"""Central configuration."""
from pathlib import Path

BASE_DIR = Path(__file__).parent
SUMMARY_MODEL = "google/pegasus-cnn_dailymail"
SUMMARY_MAX_TOKENS = 128
SUMMARY_BATCH = 8
DEVICE = "cuda:0"
