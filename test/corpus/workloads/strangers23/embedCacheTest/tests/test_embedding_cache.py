from unittest.mock import MagicMock

import numpy as np
import pytest

from cache import EmbeddingCache

DIM = 768


@pytest.fixture
def model():
    m = MagicMock()
    m.encode.side_effect = lambda texts: np.ones((len(texts), DIM))
    return m


def test_hits(model):
    cache = EmbeddingCache(model, size=64)
    cache.get(["a", "b"])
    cache.get(["a"])
    assert model.encode.call_count == 1
