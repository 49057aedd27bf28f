import pytest
from sentence_transformers import CrossEncoder


@pytest.fixture(scope="session")
def reranker():
    return CrossEncoder("cross-encoder/ms-marco-MiniLM-L-6-v2", device="cpu", max_length=256)


def test_prefers_the_answer(reranker):
    question = "How long is the warranty?"
    scores = reranker.predict([(question, "The warranty lasts two years."), (question, "We ship on Mondays.")])
    assert scores[0] > scores[1]
