from celery import shared_task
from django.conf import settings
from transformers import AutoModelForSequenceClassification, AutoTokenizer, TextClassificationPipeline

from .models import Comment

_pipe = None
MAX_LENGTH = 512  # tokens, the model can not do more


def get_pipe():
    global _pipe
    if _pipe is None:
        name = getattr(settings, "TOXICITY_MODEL", "unitary/toxic-bert")
        _pipe = TextClassificationPipeline(
            model=AutoModelForSequenceClassification.from_pretrained(name),
            tokenizer=AutoTokenizer.from_pretrained(name),
            return_all_scores=True,
        )
    return _pipe


@shared_task(bind=True, max_retries=3)
def moderate(self, comment_id: int):
    comment = Comment.objects.get(pk=comment_id)
    scores = get_pipe()(comment.body, truncation=True, max_length=MAX_LENGTH)[0]
    comment.is_hidden = any(s["score"] > 0.8 for s in scores)
    comment.save(update_fields=["is_hidden"])
