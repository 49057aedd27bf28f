"""Wrappers.

Example::

    >>> from transformers import AutoModel
    >>> model = AutoModel.from_pretrained("Snowflake/snowflake-arctic-embed-m")

More at https://huggingface.co/docs/transformers/main/en/index and https://huggingface.co/deepseek-ai/DeepSeek-R1-Distill-Qwen-7B.
"""


class Encoder:
    r"""
    Args:
        name (`str`):
            For example org/name, either/or, and/or.

    ```python
    >>> processor = AutoProcessor.from_pretrained("llava-hf/llava-1.5-7b-hf")
    ```
    """

    def forward(self, x):
        # shape: batch/heads, see https://github.com/huggingface/transformers/pull/123
        return x
