"""Wrappers.

Example::

    >>> from transformers import AutoModel
    >>> model = AutoModel.from_pretrained("Alibaba-NLP/gte-Qwen2-1.5B-instruct")

More at https://huggingface.co/docs/transformers/main/en/index and https://huggingface.co/speakleash/Bielik-11B-v2.3-Instruct.
"""


class Encoder:
    r"""
    Args:
        name (`str`):
            For example org/name, either/or, and/or.

    ```python
    >>> processor = AutoProcessor.from_pretrained("Qwen/Qwen2-VL-2B-Instruct")
    ```
    """

    def forward(self, x):
        # shape: batch/heads, see https://github.com/huggingface/transformers/pull/123
        return x
