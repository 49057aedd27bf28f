from unittest.mock import MagicMock

import pytest

from app.generator import Generator, PromptTooLong


@pytest.fixture
def client():
    client = MagicMock()
    client.generate.return_value = {"text": "hello", "tokens": 3}
    return client


def test_truncates(client):
    generator = Generator(client, model="gpt2", max_context=1024)
    with pytest.raises(PromptTooLong):
        generator.run("x" * 100_000)


def test_counts_tokens(client):
    assert Generator(client, model="gpt2").run("hi").tokens == 3
