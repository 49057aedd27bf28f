cache_path = snapshot_download('damo/nlp_space_dialog-state-tracking')
from modelscope.hub.snapshot_download import snapshot_download
